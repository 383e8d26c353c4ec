import "server-only"
import { markDisputed } from "@/db/queries/signin-disputes"
import type { Transaction } from "@/db/types"
import { enqueueMail } from "@/lib/mail/enqueue"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { endOpenFlows } from "./end-open-flows"

type Disputed = {
  readonly accountId: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly locale: "th" | "en"
}

/**
 * Step: freezes an account whose number ThaiID proved to be somebody's who is not known to be its holder, until an officer
 * decides. Its sessions and sign-ins end, and its confirmed address is told. Nothing happens to one that is frozen already.
 */
export async function freezeDisputed(tx: Transaction, account: Disputed, now: Date): Promise<void> {
  const { accountId, email, emailVerified, locale } = account
  if (!(await markDisputed(tx, accountId, now))) return
  await endAllSessions(tx, accountId, "locked", now)
  await endOpenFlows(tx, accountId, now)
  if (!(email && emailVerified)) return
  const props = { kind: "disputed" as const, at: now.toISOString() }
  await enqueueMail(tx, { template: "registration-known", locale, to: email, props, now })
}
