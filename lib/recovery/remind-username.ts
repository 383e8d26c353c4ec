import "server-only"
import { findRecoverable, type Recoverable } from "@/db/queries/recovery"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { nobody } from "@/lib/mail/rules"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { credentialKey } from "@/lib/signin/throttle-keys"
import { countWish, mailLimit, recoverySubject } from "./limits"
import { remindUsernameInput } from "./schema"

/**
 * Mails a forgotten user name, if number and address belong to one account and the address is confirmed. The answer, the
 * statements and the work are the same for everybody.
 */
export const remindUsername = command({
  name: "recovery.username",
  input: remindUsernameInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const typed = input.nationalId
    const counted = await countWish(tx, { typed, address: input.address, now })
    if (!counted.allowed) return refused("recovery.too-many", { until: counted.until })
    const account = await findRecoverable(tx, credentialKey(typed))
    const subject = recoverySubject(account ? `account/${account.accountId}` : `name/${typed}`)
    const { allowed } = await countAgainst(tx, mailLimit(subject, now))
    const told = allowed && account && isHis(account, input.email) ? account : undefined
    const alarm = await setAlarm(tx, told?.accountId ?? null, now)
    await enqueueMail(tx, {
      template: "username-reminder",
      locale: account?.locale ?? "th",
      to: told?.email ?? nobody,
      props: { username: account?.username ?? "", at: now.toISOString(), alarm },
      now,
    })
    const note = account ? { account: account.accountId } : {}
    return done(null, { ...note, detail: { told: told !== undefined } })
  },
})

function isHis({ email, emailVerified, state }: Recoverable, typed: string): boolean {
  const isInUse = state !== "closed" && state !== "invited"
  return isInUse && emailVerified && email?.toLowerCase() === typed.toLowerCase()
}
