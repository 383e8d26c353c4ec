import { and, count, desc, eq, inArray, sql } from "drizzle-orm"
import { oidcClients, oidcSignOuts } from "@/db/schema/oidc"
import type { Executor, Transaction } from "@/db/types"

/** How far the telling of a sign-out has come. */
export type SignOutState = (typeof oidcSignOuts.$inferSelect)["state"]

/** Sign-outs of which a system's clients were told or are to be, the newest first, and how many there are of each state. */
export async function listSignOutsOf(
  db: Executor,
  at: {
    readonly systemCode: string
    readonly state: SignOutState | ""
    readonly limit: number
    readonly offset: number
  },
) {
  const ofSystem = eq(oidcClients.systemCode, at.systemCode)
  const rows = await db
    .select({
      clientId: oidcSignOuts.clientId,
      clientName: oidcClients.name,
      reason: oidcSignOuts.reason,
      state: oidcSignOuts.state,
      endedAt: oidcSignOuts.endedAt,
      attempts: oidcSignOuts.attempts,
      nextAttemptAt: oidcSignOuts.nextAttemptAt,
      lastAnswer: oidcSignOuts.lastAnswer,
      confirmedAt: oidcSignOuts.confirmedAt,
    })
    .from(oidcSignOuts)
    .innerJoin(oidcClients, eq(oidcClients.id, oidcSignOuts.clientId))
    .where(and(ofSystem, at.state === "" ? undefined : eq(oidcSignOuts.state, at.state)))
    .orderBy(desc(oidcSignOuts.endedAt), oidcSignOuts.grantId)
    .limit(at.limit)
    .offset(at.offset)
  const counts = await db
    .select({ state: oidcSignOuts.state, count: count() })
    .from(oidcSignOuts)
    .innerJoin(oidcClients, eq(oidcClients.id, oidcSignOuts.clientId))
    .where(ofSystem)
    .groupBy(oidcSignOuts.state)
  return { rows, counts }
}

/** Has what a system's clients did not confirm told at once, what was given up too; returns how many. */
export async function markUnconfirmedDue(
  tx: Transaction,
  at: { readonly systemCode: string; readonly now: Date; readonly giveUpAt: Date },
): Promise<number> {
  const clients = tx
    .select({ id: oidcClients.id })
    .from(oidcClients)
    .where(eq(oidcClients.systemCode, at.systemCode))
  const rows = await tx
    .update(oidcSignOuts)
    .set({ state: "waiting", nextAttemptAt: at.now, giveUpAt: at.giveUpAt })
    .where(and(inArray(oidcSignOuts.clientId, clients), sql`${oidcSignOuts.state} in ('waiting', 'gave-up')`))
    .returning({ grantId: oidcSignOuts.grantId })
  return rows.length
}
