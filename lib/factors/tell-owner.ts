import "server-only"
import { lockOwner } from "@/db/queries/factors"
import type { Transaction } from "@/db/types"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { enqueueMail } from "@/lib/mail/enqueue"
import type { MailProps } from "@/lib/mail/schema"

/** Step: tells the owner by mail what changed about his factors (OWASP ASVS 5.0 6.3.7). */
export async function tellOwner(
  tx: Transaction,
  accountId: string,
  change: MailProps<"factor-changed">["change"],
  now: Date,
): Promise<void> {
  const owner = await lockOwner(tx, accountId)
  if (!(owner?.email && owner.verifiedAt)) return
  const props = { change, at: now.toISOString(), alarm: await setAlarm(tx, accountId, now) }
  await enqueueMail(tx, { template: "factor-changed", locale: owner.locale, to: owner.email, props, now })
}
