import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { memberNow, memberSteps } from "@/db/testing/member-steps"
import { offerForm } from "@/db/testing/member-trials"
import { recoverySteps } from "@/db/testing/recovery-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { acceptOffer } from "./accept-offer"
import { declineOffer } from "./decline-offer"
import { expireOffers } from "./expire-offers"
import { getMyOffers } from "./get-my-offers"
import { getUnitUsers } from "./get-unit-users"
import { offerMembership } from "./offer-membership"
import { resendOffer } from "./resend-offer"
import { withdrawOffer } from "./withdraw-offer"

const test = useTestDatabase()
const { admin, at, inCharge, member, ofDepartment, self, unitOf } = memberSteps(test)
const { mailed } = recoverySteps(test)
const unitCode = "05360204"
const later = (seconds: number) => new Date(memberNow.getTime() + seconds * 1000)
const day = 24 * 60 * 60
let boss: AccountActor

beforeAll(async () => {
  boss = await inCharge(unitCode)
})

const offer = async (more: object = {}, actor = boss, now = memberNow) => {
  const answer = await execute(offerMembership, at(actor, now), offerForm({ unitCode, ...more }))
  return answer.ok ? answer.value.id : answer.refusal.code
}
const row = async (id: string) => {
  const [found] = await test().owner`select o.*, a.state as account_state from membership_offers o
    join accounts a on a.id = o.account_id where o.id = ${id}`
  return found as Record<string, unknown> & { account_id: string; state: string; account_state: string }
}
const ended = (
  id: string,
  accountId: string,
  how: typeof acceptOffer | typeof declineOffer,
  now = memberNow,
) => execute(how, at({ ...self(accountId), steppedUpAt: now }, now), { offerId: id })

describe("adding a user", () => {
  it("makes an account for somebody new, invited at the typed address by a one-time link", async () => {
    const email = `${randomUUID()}@new.example`
    const id = await offer({ email, orderText: "คำสั่งที่ ๙/๒๕๖๙" })
    expect(await row(id)).toMatchObject({ state: "open", is_new_account: true, account_state: "invited" })
    expect((await mailed(email)).map(({ template }) => template)).toEqual(["invitation"])
    const [audit] = await test().owner`select action, detail from audit_events where subject_id = ${id}`
    expect(audit).toEqual({ action: "members.offer", detail: { staffKind: "local-government" } })
  })

  it("tells somebody known at his own address alone, and answers the unit word for word the same", async () => {
    const known = await makeAccount(test().db)
    const email = `${randomUUID()}@typed.example`
    const answers = []
    for (const nationalId of [known.nationalId, inventedNationalId()])
      answers.push(await execute(offerMembership, at(boss), offerForm({ unitCode, nationalId, email })))
    const shapes = answers.map((answer) => ({ ...answer, value: answer.ok && Object.keys(answer.value) }))
    expect(shapes[0]).toEqual(shapes[1])
    expect((await mailed(known.email)).map(({ template, props }) => [template, props.kind])).toEqual([
      ["membership-notice", "offered"],
    ])
    // the one mail at the typed address is the new person's
    expect((await mailed(email)).map(({ template }) => template)).toEqual(["invitation"])
  })

  it("shows the unit its own words until the person accepts, whoever he is", async () => {
    const known = await member("06360301", { given: "จริงใจ", family: "ชื่อจริง" })
    await offer({ nationalId: known.nationalId, givenNameTh: "ที่พิมพ์", familyNameTh: "เอง" })
    const list = await look(getUnitUsers, at(boss), { unitCode })
    const text = JSON.stringify(list)
    expect(text).toContain("นางที่พิมพ์ เอง")
    expect(text).not.toContain("จริงใจ")
    expect(text).not.toContain(known.id)
  })

  it("is refused for who is here, was invited, or is oneself; for a last day that is over; without a reason", async () => {
    const here = await member(unitCode)
    expect(await offer({ nationalId: here.nationalId })).toBe("members.already-here")
    const nationalId = inventedNationalId()
    await offer({ nationalId })
    expect(await offer({ nationalId })).toBe("members.already-offered")
    expect(await offer({ nationalId }, await inCharge("06360207"))).toBe("not-found")
    const mine = await makeAccount(test().db)
    expect(await offer({ nationalId: mine.nationalId }, { ...boss, accountId: mine.id })).toBe("members.own")
    const over = { day: "20", month: "11", year: "2569" }
    expect(await offer({ validUntil: over })).toBe("members.day-over")
    expect(await offer({ staffKind: "other" })).toBe("members.staff-reason-needed")
    expect(await offer({ nationalId: "1234567890123" })).toBe("invalid")
  })

  it("is for the unit's own admin and an officer; an office above looks only, unless it is caretaker", async () => {
    const above = await inCharge("3602")
    expect(await offer({}, above)).toBe("access.not-yours")
    expect(await offer({}, { ...(await ofDepartment("officer")), steppedUpAt: memberNow })).toMatch(/-/)
    expect(await offer({}, { ...(await ofDepartment("auditor")), steppedUpAt: memberNow })).toBe("forbidden")
    expect(await offer({}, await inCharge("06360207"))).toBe("not-found")
    expect(await offer({}, await admin(unitCode))).toBe("session.step-up-needed")
    const colleague = await member("3602")
    const { id } = await unitOf(unitCode)
    const office = (await unitOf("3602")).id
    await test().owner`insert into caretakers (unit_id, office_id, reason, begun_by, begun_at, ends_at)
      values (${id}, ${office}, 'head-asked', ${above.accountId}, ${memberNow}, ${later(30 * day)})`
    expect(await offer({ nationalId: colleague.nationalId }, above)).toBe("members.own-office")
    expect(await offer({}, above)).toMatch(/^[0-9a-f-]{36}$/)
    await test().owner`delete from caretakers`
  })

  it("makes one offer of two that come at the same moment", async () => {
    const nationalId = inventedNationalId()
    const both = await Promise.all([offer({ nationalId }), offer({ nationalId })])
    expect(both.filter((answer) => answer === "members.already-offered")).toHaveLength(1)
  })
})

describe("an offer", () => {
  it("becomes a membership when its owner accepts, from today at the earliest, and nobody else can", async () => {
    const known = await makeAccount(test().db)
    const from = { day: "1", month: "1", year: "2569" }
    const id = await offer({ nationalId: known.nationalId, validFrom: from, post: "นิติกร" })
    const mine = await look(getMyOffers, at(self(known.id)), {})
    expect(mine.ok && mine.value.map((one) => [one.id, one.post])).toEqual([[id, "นิติกร"]])
    const other = await makeAccount(test().db)
    expect(await ended(id, other.id, acceptOffer)).toMatchObject({ refusal: { code: "not-found" } })
    expect(await ended(id, known.id, acceptOffer)).toMatchObject({ ok: true })
    const [made] = await test()
      .owner`select id, post, state, valid_from::text as "from", order_text as "order"
      from memberships where account_id = ${known.id}`
    expect(made).toMatchObject({ post: "นิติกร", state: "active", from: "2026-11-21", order: "คำสั่งที่ ๑๒๓/๒๕๖๙" })
    expect(await row(id)).toMatchObject({ state: "accepted", membership_id: made?.id })
    expect(await ended(id, known.id, acceptOffer)).toMatchObject({ refusal: { code: "members.offer-over" } })
    expect(await ended(id, known.id, declineOffer)).toMatchObject({ refusal: { code: "members.offer-over" } })
  })

  it("is accepted or withdrawn, not both, when both come at the same moment", async () => {
    const known = await makeAccount(test().db)
    const id = await offer({ nationalId: known.nationalId })
    const [accepted, withdrawn] = await Promise.all([
      ended(id, known.id, acceptOffer),
      execute(withdrawOffer, at(boss), { unitCode, offerId: id }),
    ])
    expect([accepted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
    const rows = await test().owner`select 1 from memberships where account_id = ${known.id}`
    expect(rows).toHaveLength(accepted.ok ? 1 : 0)
  })

  it("is declined by its owner, and can be made again", async () => {
    const known = await makeAccount(test().db)
    const id = await offer({ nationalId: known.nationalId })
    expect(await ended(id, known.id, declineOffer)).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ state: "declined", account_state: "active" })
    expect(await offer({ nationalId: known.nationalId })).toMatch(/^[0-9a-f-]{36}$/)
  })

  it("is sent again not sooner than ten minutes on, and then waits anew", async () => {
    const email = `${randomUUID()}@new.example`
    const id = await offer({ email })
    const again = (seconds: number, actor = boss) =>
      execute(resendOffer, at({ ...actor, steppedUpAt: later(seconds) }, later(seconds)), {
        unitCode,
        offerId: id,
      })
    expect(await again(60)).toMatchObject({ refusal: { code: "members.sent-lately" } })
    expect(await again(600)).toMatchObject({ ok: true })
    expect(await mailed(email)).toHaveLength(2)
    expect(await row(id)).toMatchObject({ expires_at: later(600 + 14 * day) })
    const other = await inCharge("06360207")
    const theirs = await execute(withdrawOffer, at(other), { unitCode: "06360207", offerId: id })
    expect(theirs).toMatchObject({ refusal: { code: "not-found" } })
  })

  it("that ends closes an account nobody used, unless another unit waits for the same person", async () => {
    const nationalId = inventedNationalId()
    const second = `${randomUUID()}@second.example`
    const id = await offer({ nationalId })
    const other = await inCharge("06360207")
    const theirs = await offer({ unitCode: "06360207", nationalId, email: second }, other)
    expect(await mailed(second)).toEqual([])
    const withdrawn = await execute(withdrawOffer, at(boss), { unitCode, offerId: id })
    expect(withdrawn).toMatchObject({ ok: true })
    expect(await row(theirs)).toMatchObject({ is_new_account: true, account_state: "invited" })
    expect((await mailed(second)).map(({ template }) => template)).toEqual(["invitation"])
    await expireOffers(test().db, later(15 * day))
    expect(await row(theirs)).toMatchObject({ state: "expired", account_state: "closed" })
    // and the person can be invited again, as if new
    expect(await row(await offer({ nationalId }))).toMatchObject({
      is_new_account: true,
      account_state: "invited",
    })
  })

  it("is over after 14 days, for its owner and its unit", async () => {
    const known = await makeAccount(test().db)
    const id = await offer({ nationalId: known.nationalId })
    const then = later(14 * day)
    const mine = await look(getMyOffers, at(self(known.id), then), {})
    expect(mine.ok && mine.value).toEqual([])
    expect(await ended(id, known.id, acceptOffer, then)).toMatchObject({ ok: false })
    const again = { ...boss, steppedUpAt: then }
    const resent = await execute(resendOffer, at(again, then), { unitCode, offerId: id })
    expect(resent).toMatchObject({ refusal: { code: "members.offer-over" } })
    expect(await offer({ nationalId: known.nationalId }, again, then)).toMatch(/^[0-9a-f-]{36}$/)
  })
})
