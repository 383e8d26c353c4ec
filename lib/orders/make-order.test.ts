import { beforeAll, describe, expect, it } from "vitest"
import { inventedNationalId } from "@/db/factories/account"
import { orderStart, orderSteps, secondsOn, typedDay } from "@/db/testing/order-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { draftOrder } from "./draft-order"

const test = useTestDatabase()
const { acts, admin, by, decide, drafted, row, scan, submitted } = orderSteps(test)
const here = "06360207"
const no = (code: string, facts?: object) => ({ ok: false, refusal: facts ? { code, facts } : { code } })
let maker: AccountActor
beforeAll(async () => {
  maker = await admin(here)
})

describe("an order is made", () => {
  it("page by page, and handed in once complete, each step audited", async () => {
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    expect(await doing.submit()).toEqual(no("orders.incomplete"))
    await doing.save()
    expect(await doing.submit()).toEqual(no("orders.incomplete"))
    await doing.person()
    expect(await doing.submit()).toEqual(no("orders.no-scan"))
    await scan(number)
    expect(await doing.submit()).toMatchObject({ ok: true })
    const order = await row(number)
    expect(order).toMatchObject({ state: "submitted", order_number: "123", order_year_be: 2569 })
    const [waiting] = await test()
      .owner`select state, title, number from cases where subject_id = ${order.id}`
    expect(waiting).toEqual({ state: "waiting", title: "คำสั่งแต่งตั้ง 123/2569", number })
    const events = await test().owner`
      select action, actor_id as by from audit_events where subject_id = ${order.id} order by seq`
    expect(events.map(({ action }) => action)).toEqual([
      "orders.draft",
      "orders.save",
      "orders.save-person",
      "orders.submit",
    ])
    expect(events.every((event) => event.by === maker.accountId)).toBe(true)
    expect(await doing.save()).toEqual(no("orders.not-open"))
    expect(await doing.submit()).toEqual(no("orders.not-open"))
  })

  it("twice at once it is handed in once", async () => {
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    await doing.save({ orderNumber: "11" })
    await doing.person()
    await scan(number)
    const both = await Promise.all([doing.submit(), doing.submit()])
    expect(both.map((one) => (one.ok ? "" : one.refusal.code)).toSorted()).toEqual(["", "orders.not-open"])
  })

  it("with a number that its issuer has used that year it is refused, naming the request that has it", async () => {
    const first = await submitted(maker, here, { orderNumber: "21" })
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    await doing.save({ orderNumber: "ที่ ๐๒๑/๒๕๖๙" })
    await doing.person()
    await scan(number)
    expect(await doing.submit()).toEqual(no("orders.number-taken", { request: first }))
    // an office's number of the same figure is another paper, and so is last year's
    await doing.save({ orderNumber: "21", issuer: "3602" })
    expect(await doing.submit()).toMatchObject({ ok: true })
    await submitted(maker, here, { orderNumber: "21", orderDate: typedDay("20", "11", "2568") })
  })

  it("of two that come with one number at the same moment one is taken", async () => {
    const numbers = await Promise.all([1, 2].map(() => drafted(maker, here)))
    for (const number of numbers) {
      await acts(maker, here, number).save({ orderNumber: "31" })
      await acts(maker, here, number).person()
      await scan(number)
    }
    const both = await Promise.all(numbers.map((number) => acts(maker, here, number).submit()))
    expect(both.map((one) => (one.ok ? "" : one.refusal.code)).toSorted()).toEqual([
      "",
      "orders.number-taken",
    ])
  })

  it("from a page that somebody else has overtaken nothing is saved", async () => {
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    await doing.save({ signerName: "ก" })
    expect(await doing.save({ version: 1, signerName: "ข" })).toEqual(no("orders.stale"))
    expect(await doing.submit({ version: 1 })).toEqual(no("orders.stale"))
    expect(await doing.withdraw({ version: 1 })).toEqual(no("orders.stale"))
    expect(await row(number)).toMatchObject({ signer_name: "ก" })
  })

  it.each([
    ["orderNumber", { orderNumber: "ไม่มี" }, "orderNumberWrong"],
    ["orderNumber", { orderNumber: "12/2568" }, "orderYearDiffers"],
    ["orderDate", { orderDate: typedDay("21", "11", "2026") }, "yearNotBe"],
    ["validFrom", { validFrom: typedDay("31", "4", "2569") }, "validFromWrong"],
    ["validUntil", { validUntil: typedDay("1", "11", "2569") }, "untilBeforeFrom"],
  ])("with a wrong %s it says so", async (field, more, message) => {
    const number = await drafted(maker, here)
    expect(await acts(maker, here, number).save(more)).toMatchObject({
      refusal: { code: "invalid", fields: { [field]: message } },
    })
  })

  it("acting it has a last day, and revoking it names an order", async () => {
    const acting = await drafted(maker, here, "acting")
    await acts(maker, here, acting).save({ kind: "acting", orderNumber: "41" })
    await acts(maker, here, acting).person()
    await scan(acting)
    expect(await acts(maker, here, acting).submit()).toEqual(no("orders.incomplete"))
    await acts(maker, here, acting).save({
      kind: "acting",
      orderNumber: "41",
      validUntil: typedDay("1", "12", "2569"),
    })
    expect(await acts(maker, here, acting).submit()).toMatchObject({ ok: true })
    const revoking = await drafted(maker, here, "revoke")
    await acts(maker, here, revoking).save({ kind: "revoke", orderNumber: "42" })
    await scan(revoking)
    expect(await acts(maker, here, revoking).submit()).toEqual(no("orders.incomplete"))
    await acts(maker, here, revoking).save({ kind: "revoke", orderNumber: "42", revokes: acting })
    expect(await acts(maker, here, revoking).submit()).toMatchObject({ ok: true })
  })
})

describe("people named in an order", () => {
  it("who are no permanent officials of that kind of unit need a stated reason", async () => {
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    expect(await doing.person({ staffKind: "employee" })).toEqual(no("orders.staff-reason-needed"))
    expect(await doing.person({ staffKind: "department" })).toEqual(no("orders.staff-reason-needed"))
    expect(await doing.person({ staffKind: "employee", staffReason: "ไม่มีพนักงานประจำ" })).toMatchObject({
      ok: true,
    })
    const office = await admin("3602")
    const ofOffice = acts(office, "3602", await drafted(office, "3602"))
    expect(await ofOffice.person({ staffKind: "local-government" })).toEqual(no("orders.staff-reason-needed"))
    expect(await ofOffice.person({ staffKind: "department" })).toMatchObject({ ok: true })
  })

  it("are named once, thirty at the most, and can be changed and taken off", async () => {
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    const nationalId = inventedNationalId()
    const added = await doing.person({ nationalId })
    if (!added.ok) throw new Error("not added")
    expect(await doing.person({ nationalId })).toEqual(no("orders.person-twice"))
    const { personId } = added.value
    expect(await doing.person({ personId, nationalId: "", post: "รองปลัด" })).toMatchObject({ ok: true })
    const [kept] = await test()
      .owner`select post, national_id_hash as hash from order_people where id = ${personId}`
    expect(kept?.post).toBe("รองปลัด")
    for (let i = 1; i < 30; i++) await doing.person()
    expect(await doing.person()).toEqual(no("orders.too-many-people"))
    expect(await doing.remove(personId)).toMatchObject({ ok: true })
    expect(await doing.remove(personId)).toEqual(no("not-found"))
    const sorts = await test().owner`
      select sort from order_people where order_id = ${(await row(number)).id} order by sort`
    expect(sorts.map(({ sort }) => sort)).toEqual(Array.from({ length: 29 }, (_, i) => i + 1))
  })

  it.each([
    [{ nationalId: "1234567890123" }, "nationalId", "nationalIdWrong"],
    [{ nationalId: "" }, "nationalId", "nationalIdMissing"],
    [{ email: "nobody" }, "email", "addressWrong"],
    [{ officeTelephone: "081 234 5678" }, "officeTelephone", "telephoneMobile"],
    [{ post: " " }, "post", "postMissing"],
  ])("with %o are asked again", async (more, field, message) => {
    const number = await drafted(maker, here)
    expect(await acts(maker, here, number).person(more)).toMatchObject({
      refusal: { code: "invalid", fields: { [field]: message } },
    })
  })
})

describe("the print of an order", () => {
  it("is of another version once what stands on it has changed, and not when number and date are filled in", async () => {
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    const version = async () => (await row(number)).print_version
    const open = { orderNumber: "", orderDate: typedDay("", "", "") }
    await doing.save(open)
    const person = await doing.person()
    const printed = await version()
    await doing.save({ orderNumber: "51" })
    expect(await version()).toBe(printed)
    await doing.save({ orderNumber: "52" })
    expect(await version()).toBe(printed + 1)
    if (person.ok)
      await doing.person({ personId: person.value.personId, nationalId: "", email: "b@test.example" })
    expect(await version()).toBe(printed + 1)
    await doing.save({ orderNumber: "52", signerPost: "รองนายก" })
    expect(await version()).toBe(printed + 2)
  })
})

describe("who makes an order", () => {
  it("is the unit's own admin, an officer, and an office above only where nobody there can", async () => {
    const district = await admin("3602")
    const draft = (actor: AccountActor, unitCode: string) =>
      execute(draftOrder, by(actor, orderStart), { unitCode, kind: "appoint" })
    expect(await draft(district, here)).toEqual(no("orders.not-yours"))
    expect(await draft(district, "05360204")).toMatchObject({ ok: true })
    expect(await draft(district, "06360301")).toEqual(no("not-found"))
    expect(await draft(await admin("06360301"), here)).toEqual(no("not-found"))
    const officer = await admin("00", false, ["officer"])
    expect(await draft(officer, here)).toMatchObject({ ok: true })
    expect(await draft(officer, "00")).toEqual(no("not-found"))
    expect(await draft(await admin(here, false), here)).toEqual(no("forbidden"))
  })

  it("and one of another unit finds nothing under its number", async () => {
    const number = await drafted(maker, here)
    const stranger = await admin("06360301")
    for (const answer of [
      await acts(stranger, here, number).save(),
      await acts(stranger, "06360301", number).save(),
      await acts(stranger, "06360301", number).withdraw(),
    ])
      expect(answer).toEqual(no("not-found"))
  })
})

describe("an order that came back", () => {
  it("is corrected where it was handed back, and nowhere else, and keeps its place", async () => {
    const number = await submitted(maker, here, { orderNumber: "61" })
    await test().owner`update cases set state = 'returned' where number = ${number}`
    await decide(number, "return", { fields: ["signer"] })
    const doing = acts(maker, here, number, secondsOn(3600))
    expect(await doing.person()).toEqual(no("orders.field-shut"))
    const { id } = await row(number)
    const [person] = await test().owner`select id from order_people where order_id = ${id}`
    expect(await doing.remove(person?.id)).toEqual(no("orders.field-shut"))
    await doing.save({ orderNumber: "62", signerName: "นางคนใหม่" })
    expect(await row(number)).toMatchObject({ order_number: "61", signer_name: "นางคนใหม่" })
    expect(await doing.submit()).toMatchObject({ ok: true })
    const [waiting] = await test().owner`select state, submitted_at as at from cases where number = ${number}`
    expect(waiting).toEqual({ state: "waiting", at: orderStart })
  })

  it("is withdrawn by who made it, once, and its number is free again", async () => {
    const number = await submitted(maker, here, { orderNumber: "71" })
    expect(await acts(maker, here, number).withdraw()).toMatchObject({ ok: true })
    expect(await acts(maker, here, number).withdraw()).toEqual(no("orders.not-open"))
    await submitted(maker, here, { orderNumber: "71" })
  })
})
