import "server-only"
import { listPeople, type OrderPerson } from "@/db/queries/order-people"
import {
  findOrder,
  findUnit,
  listKnownPeople,
  listSameFile,
  listSameNumber,
  listWaitingFor,
  type Order,
} from "@/db/queries/orders"
import type { Executor } from "@/db/types"
import type { CaseFact, CaseFacts, CasePerson, CaseWarning, FactValue } from "@/lib/cases/facts"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { listDocuments } from "@/lib/documents/list-documents"
import { needsReason } from "@/lib/registration/rules"
import { isByCode } from "./in-charge"
import { matchScan, scanWarnings } from "./match-scan"
import { orderPersonPlace } from "./places"
import { paperNumber } from "./rules"

/**
 * Everything that a reviewer has to know of an order, for a screen whose every view is audited: national IDs are in full,
 * since he compares them with the paper. Nothing where there is no such order.
 */
export async function orderForReview(
  db: Executor,
  orderId: string,
  now: Date,
): Promise<CaseFacts | undefined> {
  const order = await findOrder(db, { id: orderId })
  if (!order) return undefined
  const people = await listPeople(db, orderId)
  const numbered = people.map((person) => {
    const nationalId = open(keyRing(), orderPersonPlace(person.id), person.nationalIdSealed)
    return { ...person, nationalId, hashes: keyedHashes(keyRing(), "national-id", nationalId) }
  })
  const known = await listKnownPeople(db, { named: numbered, unitId: order.unitId, now })
  const named = numbered.map((person) =>
    personOf(
      person,
      known.find(({ id }) => id === person.id),
    ),
  )
  return {
    kind: "order",
    subjectId: orderId,
    groups: await groupsOf(db, order),
    people: named,
    warnings: await warningsOf(db, order, numbered),
    returnedFields: order.returnedFields ?? [],
  }
}

async function groupsOf(db: Executor, order: Order): Promise<CaseFacts["groups"]> {
  const [unit, issuer, revoked] = await Promise.all([
    findUnit(db, { id: order.unitId }),
    findUnit(db, { id: order.issuerId }),
    order.revokesId ? findOrder(db, { id: order.revokesId }) : undefined,
  ])
  const unitValue = (one: typeof unit): FactValue | undefined =>
    one && { is: "unit", nameTh: one.nameTh, nameEn: one.nameEn, code: one.code }
  const day = (one: string | null): FactValue | undefined => (one ? { is: "day", day: one } : undefined)
  const text = (one: string): FactValue | undefined => (one === "" ? undefined : { is: "text", text: one })
  const facts = (...lines: [CaseFact["field"], FactValue | undefined][]): CaseFact[] =>
    lines.flatMap(([field, value]) => (value ? [{ field, value, isProved: false }] : []))
  const revokes = revoked && text(`${revoked.number} (${paperNumber(revoked)})`)
  return [
    { group: "unit", facts: facts(["unit", unitValue(unit)]) },
    {
      group: "paper",
      facts: facts(
        ["kind", { is: "order-kind", kind: order.kind }],
        ["issuer", unitValue(issuer)],
        ["orderNumber", text(paperNumber(order))],
        ["orderDate", day(order.orderDate)],
        ["signer", text([order.signerName, order.signerPost].filter(Boolean).join(", "))],
        ["revokes", revokes],
      ),
    },
    {
      group: "validity",
      facts: facts(["validity", day(order.validFrom)], ["validity", day(order.validUntil)]),
    },
  ]
}

/** Somebody named, with his number and its hashes: under which key his row is kept is no matter. */
type Numbered = OrderPerson & { readonly nationalId: string; readonly hashes: readonly Buffer[] }

function personOf(
  person: Numbered,
  known: { readonly hasAccount: boolean; readonly isAdmin: boolean } | undefined,
): CasePerson {
  const { id, titleTh, givenNameTh, familyNameTh, post, staffKind, staffReason, email, officeTelephone } =
    person
  return {
    id,
    name: `${titleTh}${givenNameTh} ${familyNameTh}`,
    nationalId: person.nationalId,
    post,
    staffKind,
    staffReason,
    email,
    officeTelephone,
    hasAccount: known?.hasAccount ?? false,
    isAdmin: known?.isAdmin ?? false,
  }
}

async function warningsOf(
  db: Executor,
  order: Order,
  people: readonly Numbered[],
): Promise<readonly CaseWarning[]> {
  const [waiting, sameFile, sameNumber, documents, unit, scans] = await Promise.all([
    listWaitingFor(db, order, people),
    listSameFile(db, order.id),
    listSameNumber(db, order),
    listDocuments(db, { kind: "order", id: order.id }),
    findUnit(db, { id: order.unitId }),
    matchScan(db, order),
  ])
  const about = (code: CaseWarning["code"], numbers: readonly string[]): CaseWarning[] =>
    numbers.map((otherNumber) => ({ code, otherNumber }))
  const unitKind = unit?.kind ?? ""
  const isReasoned = people.some(({ staffKind }) => needsReason({ unitKind, staffKind }))
  const isUnscanned = documents.some(({ state, virusScan }) => state === "ready" && virusScan === "unscanned")
  return [
    ...(isByCode(order) ? [{ code: "by-activation-code" as const }] : []),
    ...about("same-order", sameNumber),
    ...about("same-file", sameFile),
    ...about("same-person-waiting", waiting),
    ...(isReasoned ? [{ code: "staff-reason" as const }] : []),
    ...scanWarnings(scans, order.printedAt !== null),
    ...(isUnscanned ? [{ code: "unscanned-file" as const }] : []),
  ]
}
