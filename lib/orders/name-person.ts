import "server-only"
import { randomUUID } from "node:crypto"
import type { z } from "zod"
import { countPeople, insertPerson, listPeople, markPersonChanged } from "@/db/queries/order-people"
import { markChanged, markPrintChanged, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { needsReason } from "@/lib/registration/rules"
import { orderPersonPlace } from "./places"
import { isOpen, orderLimits } from "./rules"
import type { personInput } from "./schema"

/** What was typed of a person, read. */
export type TypedPerson = z.output<typeof personInput>

/**
 * Step: names a person in a held order, or changes what it says of him. Entering a number tells nothing of whether
 * somebody has an account.
 *
 * @returns the person's id, or why not
 */
export async function namePerson(
  tx: Transaction,
  at: { readonly order: Order; readonly unit: { readonly kind: string } },
  typed: TypedPerson,
): Promise<{ readonly personId: string; readonly isNew: boolean } | RefusalCode> {
  const { order, unit } = at
  if (!isOpen(order, "people")) return "orders.field-shut"
  const isReasoned = needsReason({ unitKind: unit.kind, staffKind: typed.staffKind })
  if (isReasoned && typed.staffReason === "") return "orders.staff-reason-needed"
  const people = await listPeople(tx, order.id)
  const known = people.find(({ id }) => id === typed.personId)
  if (typed.personId !== "" && !known) return "not-found"
  if (!known && (await countPeople(tx, order.id)) >= orderLimits.people) return "orders.too-many-people"
  const id = known?.id ?? randomUUID()
  const columns = { ...columnsOf(typed, isReasoned), ...(typed.nationalId && numberOf(id, typed.nationalId)) }
  // under each key of the ring: the one already named may not have been renewed yet
  const sameAs = keyedHashes(keyRing(), "national-id", typed.nationalId)
  const isTwice = people.some(
    (one) => one.id !== id && sameAs.some((hash) => one.nationalIdHash.equals(hash)),
  )
  if (isTwice) return "orders.person-twice"
  if (known) await markPersonChanged(tx, { id, orderId: order.id }, columns)
  else {
    const number = numberOf(id, typed.nationalId)
    await insertPerson(tx, { id, orderId: order.id, ...columnsOf(typed, isReasoned), ...number })
  }
  await markChanged(tx, order.id, {})
  if (!known || isOnPrint(known, columns)) await markPrintChanged(tx, order.id)
  return { personId: id, isNew: !known }
}

const hashOf = (nationalId: string) => keyedHash(keyRing(), "national-id", nationalId)

function numberOf(id: string, nationalId: string) {
  return {
    nationalIdSealed: seal(keyRing(), orderPersonPlace(id), nationalId),
    nationalIdHash: hashOf(nationalId),
  }
}

function columnsOf(typed: TypedPerson, isReasoned: boolean) {
  const { titleTh, givenNameTh, familyNameTh, post, staffKind, staffReason, email, officeTelephone } = typed
  const reason = isReasoned ? staffReason : ""
  return { titleTh, givenNameTh, familyNameTh, post, staffKind, staffReason: reason, email, officeTelephone }
}

type Printed = Pick<TypedPerson, "titleTh" | "givenNameTh" | "familyNameTh" | "post">

/** Whether something has changed that stands on the print: name and post, not how to reach him. */
function isOnPrint(before: Printed, after: Printed): boolean {
  const printed = ["titleTh", "givenNameTh", "familyNameTh", "post"] as const
  return printed.some((column) => before[column] !== after[column])
}
