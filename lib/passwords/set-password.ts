import "server-only"
import { findOwnerAddress, markPasswordSet } from "@/db/queries/passwords"
import type { Transaction } from "@/db/types"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { enqueueMail } from "@/lib/mail/enqueue"
import { endOpenFlows } from "@/lib/signin/end-open-flows"
import { forgetFailures } from "@/lib/signin/forget-failures"

/**
 * Step: gives an account a password whose hash is made (`hashNewPassword`). It opens the password route again without the
 * waits that failures earned, ends the sign-ins that wait for a code, and tells the owner by mail. Nothing is done, and nothing returned, when `instead` is
 * given and is not the stored hash any more.
 */
export async function setPassword(
  tx: Transaction,
  to: {
    readonly accountId: string
    readonly passwordHash: string
    readonly instead?: string | null
    readonly now: Date
  },
): Promise<{ readonly told: boolean } | undefined> {
  const { accountId, now } = to
  if (!(await markPasswordSet(tx, to))) return undefined
  await endOpenFlows(tx, accountId, now)
  await forgetFailures(tx, accountId)
  const owner = await findOwnerAddress(tx, accountId)
  if (!owner) return { told: false }
  const { email, locale } = owner
  const mail = {
    template: "password-changed",
    locale,
    to: email,
    props: { at: now.toISOString(), alarm: await setAlarm(tx, accountId, now) },
    now,
  } as const
  await enqueueMail(tx, mail)
  return { told: true }
}
