import "server-only"
import { findClient } from "@/db/queries/oidc"
import { insertGrant } from "@/db/queries/oidc-grants"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { rolesAtDoor } from "@/lib/systems/roles-at-door"
import { signInAtInput } from "./schema"

/**
 * Lets somebody in at a connected system in the name of one of his memberships: only where a right of his opens it today.
 * The grant is of the session at hand and ends with it.
 */
export const signInAt = command({
  name: "oidc.sign-in",
  input: signInAtInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    const client = await findClient(tx, input.clientId)
    const seat = actor.seats.find(({ membershipId }) => membershipId === input.membershipId)
    // at a client for trying out nobody real is ever let in
    if (!(client && seat) || client.isSandbox) return refused("not-found")
    const { membershipId } = seat
    const { open } = await rolesAtDoor(tx, { membershipId, systemCode: client.systemCode }, now)
    if (open.length === 0) return refused("forbidden")
    const { accountId, sessionId } = actor
    const { clientId, grantId, nationalId } = input
    await insertGrant(tx, { grantId, clientId, accountId, membershipId, sessionId, createdAt: now })
    return done(undefined, {
      unit: seat.unitId,
      detail: {
        client: clientId,
        system: client.systemCode,
        roles: open.length,
        ...(nationalId && { nationalId }),
      },
    })
  },
})
