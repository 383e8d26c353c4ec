import "server-only"
import { randomUUID } from "node:crypto"
import { headers } from "next/headers"
import { database } from "@/db/client"
import { type Actor, visitor } from "@/lib/kernel/actor"
import type { Context } from "@/lib/kernel/execute"
import { currentSession } from "./current-session"

/** The context of this request: the one clock reading, the actor as the database has him now, an id to find it by. */
export async function requestContext(): Promise<Context> {
  const session = await currentSession()
  const actor: Actor = session
    ? {
        kind: "account",
        accountId: session.accountId,
        sessionId: session.id,
        acr: session.acr,
        ...(session.stepUpAcr ? { stepUpAcr: session.stepUpAcr } : {}),
        ...(session.steppedUpAt ? { steppedUpAt: session.steppedUpAt } : {}),
        ...(session.runUntil ? { runUntil: session.runUntil } : {}),
        seats: session.seats.map(({ membershipId, unitId, path, level, isAdmin }) => ({
          membershipId,
          unitId,
          path,
          level,
          isAdmin,
        })),
        roles: session.roles,
        mustChangePassword: session.mustChangePassword,
        mustKeepFactor: session.gate?.hasCome === true,
      }
    : visitor
  const requestId = (await headers()).get("x-request-id") ?? randomUUID()
  return { db: database(), actor, now: new Date(), requestId }
}
