import "server-only"
import { findRecipient, findUnit, listToldByCode, type Order } from "@/db/queries/orders"
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

/**
 * Step: mails whoever handed the order in what was decided and why, in his language, and what to do next. Of an order that
 * came by a unit's activation code nobody has an account yet: those it names are told, and the unit at its own address.
 */
export async function tellOutcome(tx: Transaction, order: Order, told: Told): Promise<void> {
  const { outcome, note, until, now } = told
  const unit = await findUnit(tx, { id: order.unitId })
  if (!unit) return
  const sender = order.submittedBy ?? order.madeBy
  const isByCode = sender === null
  for (const to of isByCode ? await listToldByCode(tx, order) : await senderOf(tx, sender)) {
    const { reasons, fields } = decisionWords(told, to.locale)
    const props = {
      number: order.number,
      unitCode: unit.code,
      ...(isByCode ? { isByCode } : {}),
      reasons,
      fields,
      note,
      at: now.toISOString(),
      until: until.toISOString(),
    }
    await enqueueMail(tx, { template: templates[outcome], locale: to.locale, to: to.email, props, now })
  }
}

async function senderOf(tx: Transaction, accountId: string) {
  const to = await findRecipient(tx, accountId)
  return to ? [to] : []
}
