import "server-only"
import { findReach, findUnitName } from "@/db/queries/members-offers"
import type { Transaction } from "@/db/types"
import { enqueueMail } from "@/lib/mail/enqueue"
import type { MailProps } from "@/lib/mail/schema"

/** Step: mails the owner of an account what happened, at the address that he confirmed; nobody where there is none. */
export async function tellOwner(
  tx: Transaction,
  told: {
    readonly accountId: string
    readonly unitId: string
    readonly kind: MailProps<"membership-notice">["kind"]
    readonly until?: Date | null
    readonly now: Date
  },
): Promise<void> {
  const { accountId, unitId, kind, until, now } = told
  const [owner, unit] = [await findReach(tx, accountId), await findUnitName(tx, unitId)]
  if (!owner?.email || !owner.isVerified || !unit) return
  const props = {
    kind,
    unitTh: unit.unitTh,
    unitEn: unit.unitEn ?? "",
    at: now.toISOString(),
    until: until?.toISOString() ?? "",
  }
  await enqueueMail(tx, {
    template: "membership-notice",
    locale: owner.locale,
    to: owner.email,
    props,
    now,
  })
}
