import "server-only"
import { randomUUID } from "node:crypto"
import type { z } from "zod"
import { countPeople, insertPerson, listPeople, markPersonChanged } from "@/db/queries/order-people"
import { markChanged, markPrintChanged } from "@/db/queries/orders"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { needsReason } from "@/lib/registration/rules"
import { canMakeOrders, lockToMake } from "./in-charge"
import { orderPersonPlace } from "./places"
import { isOpen, orderLimits } from "./rules"
import { savePersonInput } from "./schema"

/**
 * Names a person in an order, or changes what it says of him. Entering a number tells nothing of whether somebody has an
 * account.
 */
export const savePerson = command({
  name: "orders.save-person",
  input: savePersonInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const held = await lockToMake(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { order, unit } = held
    if (!isOpen(order, "people")) return refused("orders.field-shut")
    const isReasoned = needsReason({ unitKind: unit.kind, staffKind: input.staffKind })
    if (isReasoned && input.staffReason === "") return refused("orders.staff-reason-needed")
    const people = await listPeople(tx, order.id)
    const known = people.find(({ id }) => id === input.personId)
    if (input.personId !== "" && !known) return refused("not-found")
    if (!known && (await countPeople(tx, order.id)) >= orderLimits.people)
      return refused("orders.too-many-people")
    const id = known?.id ?? randomUUID()
    const columns = {
      ...columnsOf(input, isReasoned),
      ...(input.nationalId && numberOf(id, input.nationalId)),
    }
    // under each key of the ring: the one already named may not have been renewed yet
    const sameAs = keyedHashes(keyRing(), "national-id", input.nationalId)
    const isTwice = people.some(
      (one) =>
        one.id !== id && input.nationalId !== "" && sameAs.some((hash) => hash.equals(one.nationalIdHash)),
    )
    if (isTwice) return refused("orders.person-twice")
    if (known) await markPersonChanged(tx, { id, orderId: order.id }, columns)
    else
      await insertPerson(tx, {
        id,
        orderId: order.id,
        ...columnsOf(input, isReasoned),
        ...numberOf(id, input.nationalId),
      })
    await markChanged(tx, order.id, {})
    if (!known || isOnPrint(known, columns)) await markPrintChanged(tx, order.id)
    return done({ personId: id }, { subject: order.id, unit: unit.id, detail: { person: id, isNew: !known } })
  },
})

type Typed = z.output<typeof savePersonInput>

const hashOf = (nationalId: string) => keyedHash(keyRing(), "national-id", nationalId)

function numberOf(id: string, nationalId: string) {
  return {
    nationalIdSealed: seal(keyRing(), orderPersonPlace(id), nationalId),
    nationalIdHash: hashOf(nationalId),
  }
}

function columnsOf(typed: Typed, isReasoned: boolean) {
  const { titleTh, givenNameTh, familyNameTh, post, staffKind, staffReason, email, officeTelephone } = typed
  const reason = isReasoned ? staffReason : ""
  return { titleTh, givenNameTh, familyNameTh, post, staffKind, staffReason: reason, email, officeTelephone }
}

/** Whether something has changed that stands on the print: name and post, not how to reach him. */
function isOnPrint(
  before: Pick<Typed, "titleTh" | "givenNameTh" | "familyNameTh" | "post">,
  after: Pick<Typed, "titleTh" | "givenNameTh" | "familyNameTh" | "post">,
): boolean {
  const printed = ["titleTh", "givenNameTh", "familyNameTh", "post"] as const
  return printed.some((column) => before[column] !== after[column])
}
