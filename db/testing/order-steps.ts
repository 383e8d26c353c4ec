import { randomUUID } from "node:crypto"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { makeUnitTree, type TreeCode, type TreeUnit } from "@/db/factories/unit-tree"
import { adminAppointments, memberships } from "@/db/schema/access"
import { documents } from "@/db/schema/documents"
import { newSealedKey } from "@/lib/documents/file-key"
import type { AccountActor, DepartmentRole, UnitLevel } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { applyOrderDecision, type OrderDecision } from "@/lib/orders/apply-decision"
import { draftOrder } from "@/lib/orders/draft-order"
import { removePerson } from "@/lib/orders/remove-person"
import { revertOrderDecision } from "@/lib/orders/revert-decision"
import { saveOrder } from "@/lib/orders/save-order"
import { savePerson } from "@/lib/orders/save-person"
import { submitOrder } from "@/lib/orders/submit-order"
import { withdrawOrder } from "@/lib/orders/withdraw-order"
import type { TestDatabase } from "./test-database"

/** When the tests of orders begin. */
export const orderStart = new Date("2026-11-21T02:00:00Z")

/** So many seconds secondsOn. */
export const secondsOn = (seconds: number) => new Date(orderStart.getTime() + seconds * 1000)

const levels: Partial<Record<TreeCode, UnitLevel>> = {
  "00": "department",
  "36": "province",
  "40": "province",
  "3602": "district",
  "3603": "district",
  "4001": "district",
}
const paper = { orderNumber: "1", orderYearBe: 2569, orderDate: "2026-01-01", validFrom: "2026-01-01" }

/** The three fields of a day. */
export const typedDay = (day: string, month: string, year: string) => ({ day, month, year })

/** The small tree of units, made at the first wish, and people who work in it. */
function people(test: () => TestDatabase) {
  let tree: Readonly<Record<TreeCode, TreeUnit>> | undefined
  const unitOf = async (code: TreeCode) => {
    tree ??= await makeUnitTree(test().db)
    return tree[code]
  }

  /** Somebody who works in a unit, as who acts there; SSO Admin of it unless told. */
  async function admin(code: TreeCode, isAdmin = true, roles: DepartmentRole[] = []): Promise<AccountActor> {
    const { id: unitId, path } = await unitOf(code)
    const { id } = await makeAccount(test().db)
    const seated = { accountId: id, unitId, post: "ปลัด", staffKind: "local-government" } as const
    const [row] = await test()
      .db.insert(memberships)
      .values({ ...seated, state: "active", validFrom: "2026-01-01" })
      .returning({ id: memberships.id })
    if (!row) throw new Error("no membership")
    if (isAdmin)
      await test()
        .db.insert(adminAppointments)
        .values({ membershipId: row.id, ...paper })
    const seat = { membershipId: row.id, unitId, path, level: levels[code] ?? "local", isAdmin } as const
    return { kind: "account", accountId: id, sessionId: id, seats: [seat], roles }
  }
  return { unitOf, admin }
}

/** Looks into the database, and puts into it what other rooms would. */
function rows(test: () => TestDatabase) {
  const row = async (number: string) => {
    const [found] = await test().owner`select * from orders where number = ${number}`
    if (!found) throw new Error("no such order")
    return found as { id: string; version: number; state: string; print_version: number } & Record<
      string,
      unknown
    >
  }

  /** A scan that has passed the check, without the bytes. */
  async function scan(number: string) {
    const id = randomUUID()
    await test()
      .db.insert(documents)
      .values({
        id,
        holderKind: "order",
        holderId: (await row(number)).id,
        purpose: "order-scan",
        fileName: "คำสั่ง.pdf",
        mediaType: "application/pdf",
        sizeBytes: 1000,
        receivedBytes: 1000,
        state: "ready",
        virusScan: "clean",
        sha256: Buffer.from(id.replaceAll("-", "").padEnd(64, "0"), "hex"),
        pages: 1,
        keySealed: newSealedKey(id),
        storageKey: `documents/${id}`,
        createdAt: orderStart,
        readyAt: orderStart,
      })
    return id
  }
  return { row, scan }
}

/** What the desk does once a decision's time has come. */
function decisions(test: () => TestDatabase) {
  const idOf = async (number: string) => (await rows(test).row(number)).id
  const decide = async (
    number: string,
    outcome: OrderDecision["outcome"],
    more: Partial<OrderDecision> = {},
  ) => {
    const nothing = { excluded: [], fields: [], reasons: [], note: "" }
    const by = { decisionId: randomUUID(), decidedBy: randomUUID(), now: secondsOn(60) }
    const orderId = await idOf(number)
    return test().db.transaction((tx) =>
      applyOrderDecision(tx, { orderId, outcome, ...nothing, ...by, ...more }),
    )
  }
  const revert = async (number: string, outcome: OrderDecision["outcome"]) => {
    const orderId = await idOf(number)
    return test().db.transaction((tx) => revertOrderDecision(tx, { orderId, outcome, now: secondsOn(600) }))
  }
  return { decide, revert }
}

/** The steps of an order from its draft to what follows from its decision, on a test's own database. */
export function orderSteps(test: () => TestDatabase) {
  const { row, scan } = rows(test)
  const by = (actor: AccountActor, now: Date) => ({ db: test().db, actor, now, requestId: "test" })

  /** What one person does with one order. */
  function acts(actor: AccountActor, unitCode: TreeCode, number: string, now = orderStart) {
    const at = async (more: object) => ({ unitCode, number, version: (await row(number)).version, ...more })
    return {
      save: async (more: object = {}) =>
        execute(saveOrder, by(actor, now), await at({ ...paperForm, issuer: unitCode, ...more })),
      person: async (more: object = {}) => execute(savePerson, by(actor, now), await at(personForm(more))),
      remove: async (personId: string) => execute(removePerson, by(actor, now), await at({ personId })),
      submit: async (more: object = {}) => execute(submitOrder, by(actor, now), await at(more)),
      withdraw: async (more: object = {}) => execute(withdrawOrder, by(actor, now), await at(more)),
    }
  }

  async function drafted(actor: AccountActor, unitCode: TreeCode, kind = "appoint") {
    const result = await execute(draftOrder, by(actor, orderStart), { unitCode, kind })
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.value.number
  }

  /** A complete order that was handed in, naming these people. */
  async function submitted(
    actor: AccountActor,
    unitCode: TreeCode,
    more: object = {},
    named: object[] = [{}],
  ) {
    const number = await drafted(actor, unitCode, "kind" in more ? String(more.kind) : "appoint")
    const doing = acts(actor, unitCode, number)
    const steps: { readonly ok: boolean }[] = [await doing.save(more)]
    for (const person of named) steps.push(await doing.person(person))
    await scan(number)
    steps.push(await doing.submit())
    const wrong = steps.find((step) => !step.ok)
    if (wrong) throw new Error(JSON.stringify(wrong))
    return number
  }

  return { ...people(test), ...decisions(test), by, row, acts, drafted, scan, submitted }
}

/** A paper as the form sends it. */
export const paperForm = {
  kind: "appoint",
  orderNumber: "๑๒๓/๒๕๖๙",
  orderDate: typedDay("20", "11", "2569"),
  signerName: "นายสมศักดิ์ ตัวอย่าง",
  signerPost: "นายกองค์การบริหารส่วนตำบล",
  validFrom: typedDay("21", "11", "2569"),
  validUntil: typedDay("", "", ""),
  revokes: "",
}

/** A person as the form sends him, complete. */
export function personForm(more: object) {
  return {
    personId: "",
    nationalId: inventedNationalId(),
    titleTh: "นาง",
    givenNameTh: "สมหญิง",
    familyNameTh: "ตัวอย่างดี",
    post: "ปลัดองค์การบริหารส่วนตำบล",
    staffKind: "local-government",
    staffReason: "",
    email: `${randomUUID()}@test.example`,
    officeTelephone: "0 4400 0101",
    ...more,
  }
}
