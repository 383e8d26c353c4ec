import "server-only"
import type { NamedUnit } from "@/db/queries/caretakers"
import type { Transaction } from "@/db/types"
import { recipientsOf } from "@/lib/access/recipients-of"
import { enqueueMail } from "@/lib/mail/enqueue"

type Told = {
  readonly about: "begun" | "renewed" | "ended"
  readonly officeTh: string
  readonly officeEn: string | null
  readonly endsAt: Date
  readonly now: Date
}

/** Step: tells the unit's mailbox and all its SSO Admins that an office looks after the unit, still does, or no more. */
export async function tellCare(tx: Transaction, unit: NamedUnit, told: Told): Promise<void> {
  const { about, endsAt, now } = told
  for (const { email, locale } of await recipientsOf(tx, unit.id, now)) {
    const isEn = locale === "en"
    const props = {
      about,
      unitCode: unit.code,
      unit: (isEn && unit.nameEn) || unit.nameTh,
      office: (isEn && told.officeEn) || told.officeTh,
      at: now.toISOString(),
      until: endsAt.toISOString(),
    }
    await enqueueMail(tx, { template: "caretaker", locale, to: email, props, now })
  }
}
