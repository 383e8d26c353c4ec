import { randomUUID } from "node:crypto"
import { orderPeople, orders } from "@/db/schema/orders"
import type { Database } from "@/db/types"
import { requestNumber } from "@/lib/cases/request-number"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { orderPersonPlace } from "@/lib/orders/places"
import { inventedNationalId } from "./account"

type Person = Partial<typeof orderPeople.$inferInsert> & { readonly nationalId?: string }

type OrderOverrides = Partial<typeof orders.$inferInsert> & {
  readonly unitId: string
  /** The account that fills it in, and hands it in unless `submittedBy` says otherwise. */
  readonly madeBy: string
  /** One invented person unless told. */
  readonly people?: readonly Person[]
}

let paper = 0

/** Makes a submitted appointing order of a unit, complete but for its scan and its case; anything can be overridden. */
export async function makeOrder(db: Database, { people = [{}], ...overrides }: OrderOverrides) {
  paper += 1
  const now = overrides.createdAt ?? new Date("2026-11-20T02:00:00Z")
  const id = overrides.id ?? randomUUID()
  const row = {
    number: requestNumber("O"),
    issuerId: overrides.unitId,
    kind: "appoint" as const,
    orderNumber: String(paper),
    orderYearBe: 2569,
    orderDate: "2026-11-20",
    signerName: "นายผู้ลงนาม ตัวอย่าง",
    signerPost: "นายกองค์การบริหารส่วนตำบล",
    validFrom: "2026-11-20",
    state: "submitted" as const,
    createdAt: now,
    submittedBy: overrides.madeBy,
    submittedAt: now,
    expiresAt: new Date(now.getTime() + 30 * 24 * 60 * 60 * 1000),
    ...overrides,
    id,
  }
  await db.insert(orders).values(row)
  const made = people.map((person, at) => personOf(id, person, at))
  if (made.length > 0)
    await db.insert(orderPeople).values(made.map(({ nationalId: _, ...columns }) => columns))
  const named = made.map(({ id, nationalId, email }) => ({ id, nationalId, email }))
  return { id, number: row.number, orderNumber: row.orderNumber, people: named }
}

function personOf(orderId: string, person: Person, at: number) {
  const { id = randomUUID(), nationalId = inventedNationalId(), ...overrides } = person
  return {
    id,
    orderId,
    sort: at + 1,
    nationalId,
    nationalIdSealed: seal(keyRing(), orderPersonPlace(id), nationalId),
    nationalIdHash: keyedHash(keyRing(), "national-id", nationalId),
    titleTh: "นาย",
    givenNameTh: "ผู้ได้รับ",
    familyNameTh: "แต่งตั้ง",
    post: "ปลัดองค์การบริหารส่วนตำบล",
    staffKind: "local-government" as const,
    email: `${id}@test.example`,
    ...overrides,
  }
}
