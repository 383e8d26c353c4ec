import "server-only"
import { lockRecoverable, markLocked, markRecoveriesClosed } from "@/db/queries/recovery"
import { markAssistedCancelled } from "@/db/queries/recovery-assisted"
import { spendAlarm } from "@/lib/alarms/spend-alarm"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { endOpenFlows } from "@/lib/signin/end-open-flows"
import { alarmInput } from "./schema"

/**
 * “This wasn't me”, by the link of a mail: locks the account, signs out everywhere and ends every sign-in and every way
 * back that is under way. Only a proof by ThaiID or people in charge open it again.
 */
export const raiseAlarm = command({
  name: "recovery.alarm",
  input: alarmInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const accountId = await spendAlarm(tx, input.alarm, now)
    const account = accountId ? await lockRecoverable(tx, accountId) : undefined
    if (!(accountId && account)) return refused("recovery.alarm-gone")
    // What is suspended or closed is shut already, and stays so for its own reason.
    const isLocked = account.state === "active" && (await markLocked(tx, accountId, now))
    const ended = await endAllSessions(tx, accountId, "locked", now)
    await endOpenFlows(tx, accountId, now)
    const closed = await markRecoveriesClosed(tx, { accountId }, "locked", now)
    await markAssistedCancelled(tx, accountId, now)
    const { email, emailVerified, locale } = account
    if (isLocked && email && emailVerified) {
      const props = { at: now.toISOString() }
      await enqueueMail(tx, { template: "account-locked", locale, to: email, props, now })
    }
    return done(null, { account: accountId, subject: accountId, detail: { isLocked, ended, closed } })
  },
})
