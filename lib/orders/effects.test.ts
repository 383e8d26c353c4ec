import { beforeAll, describe, expect, it } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { orderSteps, secondsOn, typedDay } from "@/db/testing/order-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { expireOrders } from "./expire-orders"
import { orderForReview } from "./for-review"

const test = useTestDatabase()
const { admin, decide, revert, row, submitted } = orderSteps(test)
const here = "06360207"
const day = 24 * 3600
let maker: AccountActor
beforeAll(async () => {
  maker = await admin(here)
})

let serial = 100
/** A paper's own number. */
const paper = (more: object = {}) => {
  serial += 1
  return { orderNumber: String(serial), ...more }
}

/** What the database has of a person: account, membership, appointments in the order in which they came. */
async function standing(orderNumber: string) {
  return [
    ...(await test().owner`
    select a.state as account, m.state as membership, ap.ended_at is not null as "isEnded",
      ap.valid_until::text as "validUntil", i.ended_reason as invitation
    from orders o join order_people op on op.order_id = o.id
      join persons p on p.national_id_hash = op.national_id_hash join accounts a on a.person_id = p.id
      left join memberships m on m.account_id = a.id and m.unit_id = o.unit_id
      left join admin_appointments ap on ap.membership_id = m.id and ap.order_id = o.id
      left join lateral (select ended_reason from invitations i where i.account_id = a.id
        order by created_at desc, ended_at nulls first limit 1) i on true
    where o.number = ${orderNumber} order by op.sort, m.state = 'active', ap.id`),
  ]
}

const mailsTo = async (accountId: string) =>
  (
    await test().owner`
    select template from outbox_mails where recipient = (select email from accounts where id = ${accountId})
    order by created_at`
  ).map(({ template }) => template)

describe("an approved order", () => {
  it("makes its people SSO Admins and invites who has no account; nobody who was left out", async () => {
    const known = await makeAccount(test().db)
    const number = await submitted(maker, here, paper(), [
      { nationalId: known.nationalId, givenNameTh: "ชื่ออื่น" },
      {},
      {},
    ])
    const { id } = await row(number)
    const people = await test().owner`select id from order_people where order_id = ${id} order by sort`
    expect(await decide(number, "approve", { excluded: [people[2]?.id] })).toEqual({
      appointed: 2,
      invited: 1,
    })
    expect(await standing(number)).toEqual([
      { account: "active", membership: "active", isEnded: false, validUntil: null, invitation: null },
      { account: "invited", membership: "active", isEnded: false, validUntil: null, invitation: null },
    ])
    expect(await row(number)).toMatchObject({ state: "approved" })
    expect(await mailsTo(maker.accountId)).toContain("order-approved")
    // an existing person keeps his own name
    const [person] = await test()
      .owner`select given_name_th as name from persons where id = ${known.personId}`
    expect(person?.name).toBe("ทดสอบ")
  })

  it("takes effect once", async () => {
    const number = await submitted(maker, here, paper())
    const both = await Promise.all([decide(number, "approve"), decide(number, "approve")])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await standing(number)).toHaveLength(1)
  })

  it("supersedes an earlier order of the same person, today or from its first day", async () => {
    const nationalId = inventedNationalId()
    const first = await submitted(maker, here, paper(), [{ nationalId }])
    await decide(first, "approve")
    const second = await submitted(maker, here, paper({ validFrom: typedDay("1", "12", "2569") }), [
      { nationalId },
    ])
    await decide(second, "approve")
    expect(await row(first)).toMatchObject({ state: "superseded" })
    expect(await standing(first)).toMatchObject([{ isEnded: false, validUntil: "2026-11-30" }])
    const third = await submitted(maker, here, paper(), [{ nationalId }])
    await decide(third, "approve", { now: secondsOn(120) })
    expect(await row(second)).toMatchObject({ state: "superseded" })
  })

  it("acting beside the one that he has, until its last day", async () => {
    const nationalId = inventedNationalId()
    const first = await submitted(maker, here, paper(), [{ nationalId }])
    await decide(first, "approve")
    const until = typedDay("1", "12", "2569")
    const acting = await submitted(maker, here, paper({ kind: "acting", validUntil: until }), [
      { nationalId },
    ])
    await decide(acting, "approve")
    expect(await row(first)).toMatchObject({ state: "approved" })
    expect(await standing(acting)).toMatchObject([{ validUntil: "2026-12-01" }])
    const expire = (at: Date) => test().db.transaction((tx) => expireOrders(tx, at))
    await expire(secondsOn(10 * day))
    expect(await row(acting)).toMatchObject({ state: "approved" })
    await expire(secondsOn(11 * day))
    expect(await row(acting)).toMatchObject({ state: "expired" })
  })

  it("revoking ends the appointments of the order it names", async () => {
    const first = await submitted(maker, here, paper())
    await decide(first, "approve")
    const revoking = await submitted(maker, here, paper({ kind: "revoke", revokes: first }), [])
    await decide(revoking, "approve")
    expect(await row(first)).toMatchObject({ state: "revoked" })
    expect(await standing(first)).toMatchObject([{ isEnded: true }])
    await revert(revoking, "approve")
    expect(await row(first)).toMatchObject({ state: "approved" })
    expect(await standing(first)).toMatchObject([{ isEnded: false }])
  })
})

describe("a reopened order", () => {
  it("leaves no flag of the approval behind, and gives back what it had ended", async () => {
    const nationalId = inventedNationalId()
    const first = await submitted(maker, here, paper(), [{ nationalId }])
    await decide(first, "approve")
    for (const validFrom of [typedDay("21", "11", "2569"), typedDay("1", "12", "2569")]) {
      const second = await submitted(maker, here, paper({ validFrom }), [{ nationalId }, {}])
      await decide(second, "approve")
      expect(await row(first)).toMatchObject({ state: "superseded" })
      expect(await revert(second, "approve")).toBe(true)
      expect(await row(first)).toMatchObject({ state: "approved" })
      expect(await standing(first)).toMatchObject([{ isEnded: false, validUntil: null }])
      expect(await standing(second)).toMatchObject([
        { isEnded: true, membership: "active" },
        { account: "closed", membership: "ended", isEnded: true, invitation: "withdrawn" },
      ])
      const { id, state, decided_at: decidedAt } = await row(second)
      expect({ state, decidedAt }).toEqual({ state: "submitted", decidedAt: null })
      const flags = await test().owner`
        select 1 from order_people where order_id = ${id} and (account_id is not null or membership_id is not null
          or appointment_id is not null or is_new_account or is_new_membership)`
      expect(flags).toHaveLength(0)
      expect(await revert(second, "approve")).toBe(false)
      await decide(second, "reject", { now: secondsOn(700) })
    }
  })

  it("invites again who was closed unused, once it is approved after all", async () => {
    const number = await submitted(maker, here, paper())
    await decide(number, "approve")
    await revert(number, "approve")
    expect(await decide(number, "approve", { now: secondsOn(900) })).toEqual({ appointed: 1, invited: 1 })
    const lines = await standing(number)
    expect(lines.at(-1)).toMatchObject({ account: "invited", membership: "active", invitation: null })
  })

  it("keeps an account that its owner has used meanwhile, without the power", async () => {
    const number = await submitted(maker, here, paper())
    await decide(number, "approve")
    await test().owner`update accounts set state = 'active' where id = (
      select account_id from order_people where order_id = ${(await row(number)).id})`
    await revert(number, "approve")
    expect(await standing(number)).toMatchObject([{ account: "active", isEnded: true }])
  })

  it("is open again after a return or a rejection as well", async () => {
    for (const outcome of ["return", "reject"] as const) {
      const number = await submitted(maker, here, paper())
      await decide(number, outcome, { fields: ["signer"] })
      expect(await revert(number, outcome)).toBe(true)
      expect(await row(number)).toMatchObject({ state: "submitted", returned_fields: null, decided_at: null })
    }
    expect(await mailsTo(maker.accountId)).toEqual(
      expect.arrayContaining(["order-returned", "order-rejected"]),
    )
  })
})

describe("an order nobody goes on with", () => {
  it("goes as a draft after 30 days, and ends when it was handed back", async () => {
    const number = await submitted(maker, here, paper())
    await test().owner`update cases set state = 'returned' where number = ${number}`
    await decide(number, "return")
    await test().db.transaction((tx) => expireOrders(tx, secondsOn(30 * day)))
    expect(await row(number)).toMatchObject({ state: "returned" })
    await test().db.transaction((tx) => expireOrders(tx, secondsOn(31 * day)))
    expect(await row(number)).toMatchObject({ state: "withdrawn" })
    const [ended] = await test().owner`select state from cases where number = ${number}`
    expect(ended?.state).toBe("withdrawn")
  })
})

describe("what a reviewer is told", () => {
  it("is the paper, its people with numbers in full, and what to look at twice", async () => {
    const nationalId = inventedNationalId()
    const other = await submitted(maker, here, paper(), [{ nationalId }])
    const number = await submitted(maker, here, paper(), [
      { nationalId, staffKind: "employee", staffReason: "ไม่มีพนักงานประจำ" },
    ])
    const facts = await orderForReview(test().db, (await row(number)).id, secondsOn(0))
    expect(facts?.people).toMatchObject([{ nationalId, hasAccount: false, isAdmin: false }])
    expect(facts?.warnings).toEqual([
      { code: "same-person-waiting", otherNumber: other },
      { code: "staff-reason" },
    ])
    expect(facts?.groups.flatMap(({ facts: lines }) => lines.map(({ field }) => field))).toEqual([
      "unit",
      "kind",
      "issuer",
      "orderNumber",
      "orderDate",
      "signer",
      "validity",
    ])
  })
})

describe("a rejected order", () => {
  it("is not opened again once its paper was handed in anew", async () => {
    const once = paper()
    const first = await submitted(maker, here, once)
    await decide(first, "reject")
    const second = await submitted(maker, here, once)
    expect(await revert(first, "reject")).toBe(false)
    await decide(second, "reject")
    expect(await revert(first, "reject")).toBe(true)
  })
})
