import "server-only"
import { insertSession, markRevoked } from "@/db/queries/sessions"
import type { Transaction } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { log } from "@/lib/log"
import { type Assurance, assurances, sessionLimits } from "./rules"

/** What the browser said of itself; kept for the owner's list of sessions. */
export type Browser = {
  readonly address: string | null
  readonly userAgent: string
}

/**
 * Step: opens a session and returns its token (256 bits, for the cookie alone) and row id. A session that the browser
 * already held for the same account is ended: a sign-in always makes a new id (OWASP ASVS 5.0 7.2.4).
 */
export async function openSession(
  tx: Transaction,
  made: {
    readonly accountId: string
    readonly assurance: Assurance
    readonly sharedComputer: boolean
    readonly browser: Browser
    readonly replaces?: string
    /** An instant that the session may not outlive, where that is sooner than its absolute limit. */
    readonly until?: Date | undefined
    readonly now: Date
  },
): Promise<{ readonly token: string; readonly sessionId: string }> {
  const { accountId, now } = made
  if (made.replaces) await markRevoked(tx, { accountId, sessionId: made.replaces }, now, "replaced")
  const token = randomToken()
  const longest = now.getTime() + sessionLimits.absolute * 1000
  const sessionId = await insertSession(tx, {
    tokenHash: keyedHash(keyRing(), "session-token", token),
    accountId,
    acr: made.assurance.acr,
    amr: [...made.assurance.amr],
    authenticatedAt: now,
    // A password alone is no proof that a sensitive change could rest on.
    steppedUpAt: made.assurance.acr === assurances.password.acr ? null : now,
    lastSeenAt: now,
    idleSeconds: made.sharedComputer ? sessionLimits.idleOnSharedComputer : sessionLimits.idle,
    expiresAt: new Date(Math.min(longest, made.until?.getTime() ?? longest)),
    sharedComputer: made.sharedComputer,
    address: made.browser.address,
    userAgent: made.browser.userAgent.slice(0, 300),
  })
  log.info({ sessionId }, "sessions: session made")
  return { token, sessionId }
}
