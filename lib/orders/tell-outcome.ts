import "server-only"
import { findRecipient, findUnit, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import type { DecisionOutcome } from "@/lib/cases/rules"
import { decisionWords } from "@/lib/i18n/decision-words"
import { enqueueMail } from "@/lib/mail/enqueue"

type Told = {
  readonly outcome: DecisionOutcome
  readonly reasons: readonly string[]
  readonly fields: readonly string[]
  readonly note: string
  readonly until: Date
  readonly now: Date
}

const templates = { approve: "order-approved", return: "order-returned", reject: "order-rejected" } as const

/** Step: mails whoever handed the order in what was decided and why, in his language, and what to do next. */
export async function tellOutcome(tx: Transaction, order: Order, told: Told): Promise<void> {
  const { outcome, note, until, now } = told
  const to = await findRecipient(tx, order.submittedBy ?? order.madeBy)
  const unit = await findUnit(tx, { id: order.unitId })
  if (!to || !unit) return
  const { reasons, fields } = decisionWords(told, to.locale)
  const props = {
    number: order.number,
    unitCode: unit.code,
    reasons,
    fields,
    note,
    at: now.toISOString(),
    until: until.toISOString(),
  }
  await enqueueMail(tx, { template: templates[outcome], locale: to.locale, to: to.email, props, now })
}
