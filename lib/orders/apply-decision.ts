import "server-only"
import {
  insertAppointment,
  markAppointed,
  markEarlierEnded,
  markOrdersAppointmentsEnded,
  markSuperseded,
} from "@/db/queries/order-effects"
import { listPeople, type OrderPerson } from "@/db/queries/order-people"
import { findOrder, lockOrder, markChanged, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { ensureMembership } from "@/lib/access/ensure-membership"
import type { DecisionOutcome } from "@/lib/cases/rules"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { bangkokDay } from "@/lib/i18n/dates"
import { ensureAccount } from "@/lib/identity/ensure-account"
import { invite } from "@/lib/invitations/invite"
import { orderPersonPlace } from "./places"
import { orderLimits } from "./rules"
import { tellOutcome } from "./tell-outcome"

/** A decision on an order whose half minute is over. */
export type OrderDecision = {
  readonly orderId: string
  readonly outcome: DecisionOutcome
  /** Ids of people named in the order to whom the approval does not extend. */
  readonly excluded: readonly string[]
  /** Fields, people and pages to be put right, of a return. */
  readonly fields: readonly string[]
  /** Codes of reasons, each a sentence in room `desk` of the words. */
  readonly reasons: readonly string[]
  readonly note: string
  readonly decisionId: string
  readonly decidedBy: string
  readonly now: Date
}

/** What came of it, for the audit. */
export type AppliedOrder = { readonly appointed: number; readonly invited: number }

/**
 * Step: a decision on an order takes effect, with its mails, in the caller's transaction, which holds the case.
 *
 * @returns nothing where the order is not waiting for a decision
 */
export async function applyOrderDecision(
  tx: Transaction,
  decision: OrderDecision,
): Promise<AppliedOrder | undefined> {
  const { orderId, outcome, fields, now } = decision
  const order = await lockOrder(tx, orderId)
  if (order?.state !== "submitted") return undefined
  if (outcome === "approve") return approve(tx, order, decision)
  if (outcome === "return") {
    const expiresAt = new Date(now.getTime() + orderLimits.returnedLifetime * 1000)
    await markChanged(tx, orderId, {
      state: "returned",
      returnedFields: [...fields],
      decidedAt: now,
      expiresAt,
    })
    await tellOutcome(tx, order, { ...decision, until: expiresAt })
    return { appointed: 0, invited: 0 }
  }
  await markChanged(tx, orderId, { state: "rejected", returnedFields: null, decidedAt: now })
  await tellOutcome(tx, order, { ...decision, until: now })
  return { appointed: 0, invited: 0 }
}

async function approve(tx: Transaction, order: Order, decision: OrderDecision): Promise<AppliedOrder> {
  const { excluded, now } = decision
  await markChanged(tx, order.id, { state: "approved", returnedFields: null, decidedAt: now })
  const people = (await listPeople(tx, order.id)).filter(({ id }) => !excluded.includes(id))
  let invited = 0
  if (order.kind === "revoke") await revoke(tx, order, now)
  else for (const person of people) if (await appoint(tx, order, person, now)) invited += 1
  await markSuperseded(tx, order.id)
  await tellOutcome(tx, order, { ...decision, until: now })
  return { appointed: order.kind === "revoke" ? 0 : people.length, invited }
}

/** Makes a person SSO Admin of the order's unit; true when he was invited to an account that came by it. */
async function appoint(tx: Transaction, order: Order, person: OrderPerson, now: Date): Promise<boolean> {
  const paper = paperOf(order)
  const today = bangkokDay(now)
  const { email } = person
  // somebody else names the address: only its owner's code makes it count (product page, “A membership is not the account”)
  const { accountId, isNew } = await ensureAccount(tx, {
    nationalId: open(keyRing(), orderPersonPlace(person.id), person.nationalIdSealed),
    title: person.titleTh,
    given: person.givenNameTh,
    family: person.familyNameTh,
    email,
    locale: "th",
    provedByThaid: false,
    now,
  })
  const { membershipId, isNew: isNewMembership } = await ensureMembership(tx, {
    accountId,
    unitId: order.unitId,
    post: person.post,
    staffKind: person.staffKind,
    officeTelephone: person.officeTelephone,
    today,
  })
  const appointmentId = await insertAppointment(tx, membershipId, paper)
  // who is appointed anew holds the office by the later order; an acting one stands beside what he has
  if (order.kind === "appoint")
    await markEarlierEnded(tx, { membershipId, orderId: order.id, from: paper.validFrom, today, now })
  await markAppointed(tx, person.id, {
    accountId,
    membershipId,
    appointmentId,
    isNewAccount: isNew,
    isNewMembership,
  })
  if (isNew) await invite(tx, { accountId, email, locale: "th", now })
  return isNew
}

async function revoke(tx: Transaction, order: Order, now: Date): Promise<void> {
  const revoked = order.revokesId ? await findOrder(tx, { id: order.revokesId }) : undefined
  if (!revoked) throw new Error("a submitted revoking order names no order")
  const { validFrom: from } = paperOf(order)
  const ending = { orderId: order.id, from, today: bangkokDay(now), now }
  await markOrdersAppointmentsEnded(tx, { ...ending, revokedId: revoked.id })
  if (revoked.state === "approved") await markChanged(tx, revoked.id, { state: "revoked" })
}

function paperOf({ id, orderNumber, orderYearBe, orderDate, validFrom, validUntil }: Order) {
  if (!(orderYearBe && orderDate && validFrom)) throw new Error("a submitted order is incomplete")
  return { orderId: id, orderNumber, orderYearBe, orderDate, validFrom, validUntil }
}
