import "server-only"
import type { Registration } from "@/db/queries/registration"
import type { Transaction } from "@/db/types"
import { decisionWords } from "@/lib/i18n/decision-words"
import { enqueueMail } from "@/lib/mail/enqueue"

type Told = {
  readonly template: "registration-returned" | "registration-rejected"
  readonly reasons: readonly string[]
  readonly fields: readonly string[]
  readonly note: string
  readonly until: Date | null
  readonly now: Date
}

/** Step: mails what was decided and why, in the applicant's language, and what he can do next. */
export async function tellOutcome(tx: Transaction, row: Registration, told: Told): Promise<void> {
  const { locale, number, email } = row
  if (!email) return
  const { reasons, fields } = decisionWords(told, locale)
  const { template, note, now } = told
  const until = (told.until ?? now).toISOString()
  const props = { number, reasons, fields, note, at: now.toISOString(), until }
  await enqueueMail(tx, { template, locale, to: email, props, now })
}
