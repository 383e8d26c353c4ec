import { beforeEach, describe, expect, it } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { activationSteps } from "@/db/testing/activation-steps"
import { deskSteps } from "@/db/testing/desk-steps"
import { secondsOn } from "@/db/testing/order-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getQueue } from "./get-queue"

const test = useTestDatabase()
const { admin, codeFor, filled, lookUp, form, opened, row } = activationSteps(test)
const { decide, reopen, settle, view } = deskSteps(test)
const no = (code: string) => ({ ok: false, refusal: { code } })
const here = "06360207"
let paper = 600

/** Sends a unit's first order, begun with a code that somebody issued; what comes back is its number and secret. */
async function sent(issuer: AccountActor, person: object = {}, unit = here) {
  paper += 1
  const token = await opened(unit, await codeFor(issuer, unit))
  const doing = await filled(token, { orderNumber: `${paper}` }, person)
  const result = await doing.submit()
  if (!result.ok) throw new Error(JSON.stringify(result))
  return { number: doing.request, secret: result.value.secret ?? "" }
}

/** Decides as the screen does: on the version and the documents that it showed. */
async function decided(actor: AccountActor, number: string, over: object = {}, now = secondsOn(60)) {
  const seen = await view(actor, number, now)
  if (!seen.ok) return seen
  const documents = seen.value.documents.map(({ id, sha256 }) => ({ id, sha256 }))
  return decide(actor, number, { version: seen.value.version, documents, ...over }, now)
}

async function canInQueue(actor: AccountActor, number: string): Promise<boolean | undefined> {
  const context = { db: test().db, actor, now: secondsOn(60), requestId: "test" }
  const queue = await look(getQueue, context, { q: number })
  return queue.ok ? queue.value.lines.find((line) => line.number === number)?.canDecide : undefined
}

let district: AccountActor
let colleague: AccountActor
let province: AccountActor
let officer: AccountActor
beforeEach(async () => {
  // each test has the offices to itself
  await test().owner`update admin_appointments set ended_at = now()`
  district = await admin("3602")
  province = await admin("36")
  officer = await admin("00", false, ["officer"])
})

describe("who issued the code", () => {
  it("can't decide on what it began; a colleague of the same office can", async () => {
    colleague = await admin("3602")
    const { number } = await sent(district)
    expect(await decided(district, number)).toEqual(no("desk.own-request"))
    expect(await canInQueue(district, number)).toBe(false)
    // the nearest office has somebody: the next one waits
    expect(await decided(province, number)).toEqual(no("desk.beyond-power"))
    expect(await canInQueue(province, number)).toBe(false)
    expect(await canInQueue(colleague, number)).toBe(true)
    expect(await decided(colleague, number)).toMatchObject({ ok: true })
  })

  it("alone in his office, passes it to the next office at once", async () => {
    const { number } = await sent(district)
    expect(await decided(district, number)).toEqual(no("desk.own-request"))
    expect(await canInQueue(province, number)).toBe(true)
    expect(await decided(province, number)).toMatchObject({ ok: true })
  })

  it("passes it on as well where his only colleague is named in the order, or has his powers held", async () => {
    colleague = await admin("3602")
    const nationalId = inventedNationalId()
    const { number } = await sent(district, { nationalId })
    await test()
      .owner`update persons set national_id_hash = ${keyedHash(keyRing(), "national-id", `${nationalId}`)}
      where id = (select person_id from accounts where id = ${colleague.accountId})`
    expect(await canInQueue(province, number)).toBe(true)
    expect(await decided(province, number)).toMatchObject({ ok: true })
    await settle(secondsOn(95))
    const other = await sent(district, {}, "05360204")
    expect(await canInQueue(province, other.number)).toBe(false)
    await test().owner`update accounts set powers_held_until = '2030-01-01' where id = ${colleague.accountId}`
    expect(await canInQueue(province, other.number)).toBe(true)
  })

  it("at the province, leaves it to the Department where nobody else sits between", async () => {
    await test().owner`update admin_appointments set ended_at = now()
      where membership_id in (select id from memberships where account_id = ${district.accountId})`
    const { number } = await sent(province)
    expect(await decided(province, number)).toEqual(no("desk.own-request"))
    expect(await decided(officer, number)).toMatchObject({ ok: true })
    const byOfficer = await sent(officer, {}, "05360204")
    expect(await decided(officer, byOfficer.number)).toEqual(no("desk.own-request"))
    expect(await decided(province, byOfficer.number)).toMatchObject({ ok: true })
  })
})

describe("a decision on a unit's first order", () => {
  it("makes the person its SSO Admin, invited, and tells him and the unit", async () => {
    await settle(secondsOn(95))
    await test().owner`update units set email = 'office@unit.example' where code = ${here}`
    const nationalId = inventedNationalId()
    const { number } = await sent(district, { nationalId, email: "first@unit.example" })
    expect(await decided(province, number)).toMatchObject({ ok: true })
    await settle(secondsOn(95))
    expect(await row(number)).toMatchObject({ state: "approved" })
    const hash = keyedHash(keyRing(), "national-id", nationalId)
    const [made] = await test().owner`
      select a.state, a.email, u.code, (select count(*)::int from invitations i where i.account_id = a.id) as invited,
        exists (select 1 from admin_appointments ap where ap.membership_id = m.id and ap.ended_at is null) as admin
      from persons p join accounts a on a.person_id = p.id join memberships m on m.account_id = a.id
        join units u on u.id = m.unit_id where p.national_id_hash = ${hash}`
    expect(made).toMatchObject({ state: "invited", code: here, invited: 1, admin: true })
    const mails = await test().owner`
      select template, recipient from outbox_mails where recipient in ('first@unit.example', 'office@unit.example')
      order by 1, 2`
    expect([...mails]).toEqual([
      { template: "invitation", recipient: "first@unit.example" },
      { template: "order-approved", recipient: "first@unit.example" },
      { template: "order-approved", recipient: "office@unit.example" },
    ])
    // reopened, it is as if nobody had decided
    expect(await reopen(province, number, secondsOn(200))).toMatchObject({ ok: true })
    const [left] = await test().owner`select state from accounts a join persons p on p.id = a.person_id
      where p.national_id_hash = ${hash}`
    expect(left).toMatchObject({ state: "closed" })
  })

  it("returned, is mended by number and secret and decided anew in its place", async () => {
    const { number, secret } = await sent(district)
    const back = { outcome: "return", fields: ["people"], reasons: ["people-differ"] }
    expect(await decided(province, number, back)).toMatchObject({ ok: true })
    await settle(secondsOn(95))
    const again = await lookUp(number, secret, secondsOn(100))
    const mending = form(again.ok ? again.value.activation : "", secondsOn(100))
    const seen = await mending.mine()
    expect(seen).toMatchObject({ value: { canSubmit: true, openFields: ["people"] } })
    expect(await mending.submit()).toMatchObject({ ok: true, value: { secret: null } })
    expect(await decided(province, number, {}, secondsOn(120))).toMatchObject({ ok: true })
    await settle(secondsOn(155))
    expect(await row(number)).toMatchObject({ state: "approved" })
  })

  it("leaves the accounts and rights of a unit whose SSO Admin is locked out as they are", async () => {
    const { db, owner } = test()
    const old = await admin("05360204")
    const { accountId } = old
    await owner`update accounts set state = 'locked', locked_reason = 'alarm' where id = ${accountId}`
    const user = await makeAccount(db)
    const asItIs = async () => ({
      accounts:
        await owner`select id, state from accounts where id in ${owner([accountId, user.id])} order by id`,
      memberships: await owner`select * from memberships where account_id = ${accountId}`,
      appointments:
        await owner`select ap.* from admin_appointments ap join memberships m on m.id = ap.membership_id
        where m.account_id = ${accountId}`,
    })
    const then = await asItIs()
    const { number } = await sent(district, {}, "05360204")
    expect(await decided(province, number)).toMatchObject({ ok: true })
    await settle(secondsOn(95))
    expect(await row(number)).toMatchObject({ state: "approved" })
    expect(await asItIs()).toEqual(then)
  })
})
