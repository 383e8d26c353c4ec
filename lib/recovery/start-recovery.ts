import "server-only"
import { randomUUID } from "node:crypto"
import { findRecoverable, insertRecovery, type Recoverable } from "@/db/queries/recovery"
import type { Transaction } from "@/db/types"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { randomSixDigits, randomToken } from "@/lib/crypto/random"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { nobody } from "@/lib/mail/rules"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { typedNationalId, usernameKey } from "@/lib/signin/rules"
import { credentialKey } from "@/lib/signin/throttle-keys"
import { codeHash, recoveryTokenHash } from "./hashes"
import { countWish, mailLimit, recoverySubject } from "./limits"
import { recoveryLimits } from "./rules"
import { startRecoveryInput } from "./schema"

/**
 * Begins a way back by a mailed code. Whoever was typed, the answer, the statements and the work are the same: for a name
 * that is no account, or one that can't be helped by mail, the code goes to nobody (OWASP ASVS 5.0 6.3.8).
 */
export const startRecovery = command({
  name: "recovery.start",
  input: startRecoveryInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const typed = typedNationalId(input.username) ?? usernameKey(input.username)
    const counted = await countWish(tx, { typed, address: input.address, now })
    if (!counted.allowed) return refused("recovery.too-many", { until: counted.until })
    const account = await findRecoverable(tx, credentialKey(input.username))
    const subject = recoverySubject(account ? `account/${account.accountId}` : `name/${typed}`)
    const { allowed } = await countAgainst(tx, mailLimit(subject, now))
    const [id, recovery, code] = [randomUUID(), randomToken(), randomSixDigits()]
    const expiresAt = new Date(now.getTime() + recoveryLimits.codeLifetime * 1000)
    const told = await mail(tx, allowed ? account : undefined, { code, now, expiresAt })
    await insertRecovery(tx, {
      id,
      tokenHash: recoveryTokenHash(recovery),
      accountId: account?.accountId ?? null,
      subject,
      codeHash: codeHash(id, code),
      guessesLeft: recoveryLimits.guesses,
      createdAt: now,
      expiresAt,
    })
    const note = account ? { account: account.accountId } : {}
    return done({ recovery }, { ...note, detail: { told } })
  },
})

/** What the owner of an account is told when its password was forgotten: the code, or by which way instead. */
function noticeOf(account: Recoverable | undefined): "code" | "thaid" | "locked" | "suspended" | "nobody" {
  if (!(account?.email && account.emailVerified)) return "nobody"
  if (account.state === "locked" || account.state === "suspended") return account.state
  if (account.state !== "active") return "nobody"
  return account.signInMethod === "thaid" ? "thaid" : "code"
}

async function mail(
  tx: Transaction,
  account: Recoverable | undefined,
  at: { readonly code: string; readonly now: Date; readonly expiresAt: Date },
): Promise<string> {
  const { code, now, expiresAt } = at
  const notice = noticeOf(account)
  const isTold = notice !== "nobody"
  const alarm = await setAlarm(tx, isTold && account ? account.accountId : null, now)
  const to = (isTold && account?.email) || nobody
  const locale = account?.locale ?? "th"
  const times = { sentAt: now.toISOString(), expiresAt: expiresAt.toISOString() }
  if (notice === "code" || notice === "nobody") {
    const props = { code, alarm, ...times }
    await enqueueMail(tx, { template: "recovery-code", locale, to, props, now, dropAfter: expiresAt })
  } else {
    const props = { reason: notice, alarm, at: times.sentAt }
    await enqueueMail(tx, { template: "recovery-other-way", locale, to, props, now, dropAfter: expiresAt })
  }
  return notice
}
