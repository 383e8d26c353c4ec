import "server-only"
import { findAnswer, listRevocable } from "@/db/queries/order-lists"
import { listPeople, type OrderPerson } from "@/db/queries/order-people"
import { findOrder, findUnit, listIssuers, type Order } from "@/db/queries/orders"
import type { Executor } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { listDocuments } from "@/lib/documents/list-documents"
import { maskNationalId } from "@/lib/identity/rules"
import { needsReason } from "@/lib/registration/rules"
import type { UnitInSight } from "./in-charge"
import { matchScan } from "./match-scan"
import { orderPersonPlace } from "./places"
import { allows, isOpen, lacksOf, orderFields, paperNumber, printLacksOf, staffKinds } from "./rules"
import { shownDayBe } from "./typed-day-be"

/**
 * Step: everything about an order that its pages show, to who may see it. National IDs are masked: who typed them has the
 * paper.
 */
export async function showOrder(db: Executor, { order, unit }: { order: Order; unit: UnitInSight }) {
  const [people, documents, issuer, revoked, answer] = await Promise.all([
    listPeople(db, order.id),
    unit.canMake ? listDocuments(db, { kind: "order", id: order.id }) : [],
    findUnit(db, { id: order.issuerId }),
    order.revokesId ? findOrder(db, { id: order.revokesId }) : undefined,
    findAnswer(db, order.id),
  ])
  const scans = documents.filter(({ state }) => state === "ready").length
  return {
    unit: unitShown(unit),
    order: orderShown(order),
    issuer: issuer && unitShown(issuer),
    revoked: revoked && { number: revoked.number, paper: paperNumber(revoked) },
    people: people.map(personShown),
    documents,
    wasPrinted: order.printedAt !== null,
    scan: scans > 0 ? await matchScan(db, order) : undefined,
    answer: order.state === "returned" || order.state === "rejected" ? answer : undefined,
    lacks: lacksOf(order, { people: people.length, scans }),
    printLacks: printLacksOf(order, people.length),
    openFields: unit.canMake ? orderFields.filter((field) => isOpen(order, field)) : [],
    canSubmit: unit.canMake && allows("submit", order.state),
    canWithdraw: unit.canMake && allows("withdraw", order.state),
    ...(await choicesOf(db, unit)),
  }
}

/** An order as its pages get it. */
export type OrderShown = Awaited<ReturnType<typeof showOrder>>

function unitShown({ code, nameTh, nameEn }: Pick<UnitInSight, "code" | "nameTh" | "nameEn">) {
  return { code, nameTh, nameEn }
}

function orderShown(order: Order) {
  const { number, version, kind, state, orderNumber, orderYearBe, signerName, signerPost } = order
  return {
    number,
    version,
    kind,
    state,
    orderNumber,
    orderYearBe,
    paper: paperNumber(order),
    signerName,
    signerPost,
    orderDate: order.orderDate,
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    typed: {
      orderDate: shownDayBe(order.orderDate),
      validFrom: shownDayBe(order.validFrom),
      validUntil: shownDayBe(order.validUntil),
    },
    returnedFields: order.state === "returned" ? (order.returnedFields ?? []) : [],
    submittedAt: order.submittedAt,
    decidedAt: order.decidedAt,
    expiresAt: order.expiresAt,
  }
}

function personShown({ nationalIdSealed, nationalIdHash: _, ...person }: OrderPerson) {
  const { id, titleTh, givenNameTh, familyNameTh, post, staffKind, staffReason, email, officeTelephone } =
    person
  return {
    id,
    titleTh,
    givenNameTh,
    familyNameTh,
    name: `${titleTh}${givenNameTh} ${familyNameTh}`,
    nationalId: maskNationalId(open(keyRing(), orderPersonPlace(id), nationalIdSealed)),
    post,
    staffKind,
    staffReason,
    email,
    officeTelephone,
  }
}

/** What the form offers: issuers, orders that can be revoked, and which kinds of staff need no reason here. */
async function choicesOf(db: Executor, unit: UnitInSight) {
  const [issuers, revocable] = await Promise.all([listIssuers(db, unit.path), listRevocable(db, unit.id)])
  return {
    issuers: issuers.map(unitShown),
    revocable: revocable.map(({ number, ...paper }) => ({ number, paper: paperNumber(paper) })),
    permanentKind: staffKinds.find((staffKind) => !needsReason({ unitKind: unit.kind, staffKind })),
  }
}
