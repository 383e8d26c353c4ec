import { describe, expect, it } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { makeRegistration } from "@/db/factories/registration"
import { later, start, useRegistrationTest } from "@/db/testing/use-registration-test"
import { registrationForReview } from "./registration-for-review"

const test = useRegistrationTest()
const { decide, revert, row, mailed, unitId } = test
const made = (more: Partial<Parameters<typeof makeRegistration>[1]> = {}) =>
  makeRegistration(test.database().db, { unitId: unitId(), state: "submitted", ...more })
const accountOf = async (id: string) => {
  const [found] = await test.database().owner`
    select a.*, m.state as membership, m.post, p.given_name_th as given from registrations r
    join accounts a on a.id = r.account_id join persons p on p.id = a.person_id
    left join memberships m on m.account_id = a.id and m.unit_id = r.unit_id where r.id = ${id}`
  return found
}
const templates = async (to: string) => (await mailed(to)).map(({ template }) => template)

describe("an approval", () => {
  it("makes an invited account with its membership, and mails the way in, once", async () => {
    const request = await made()
    expect(await decide(request.id, "approve")).toMatchObject({ isNewAccount: true })
    expect(await row(request.id)).toMatchObject({ state: "approved", had_account: false })
    expect(await accountOf(request.id)).toMatchObject({
      state: "invited",
      membership: "active",
      given: "ปราณี",
    })
    expect(await templates(request.email)).toEqual(["invitation"])
    expect(await decide(request.id, "approve")).toBe(undefined)
    expect(await decide(request.id, "reject")).toBe(undefined)
    expect(await templates(request.email)).toEqual(["invitation"])
  })

  it("adds the unit to the account that the person has, and changes nothing else of it", async () => {
    const known = await makeAccount(test.database().db)
    const request = await made({ nationalId: known.nationalId })
    expect(await decide(request.id, "approve")).toMatchObject({ accountId: known.id, isNewAccount: false })
    expect(await accountOf(request.id)).toMatchObject({
      state: "active",
      email: known.email,
      membership: "active",
      given: "ทดสอบ",
    })
    expect(await templates(request.email)).toEqual(["registration-approved"])
  })

  it.each([
    ["active", "open"],
    ["suspended", "suspended"],
    ["locked", "locked"],
  ] as const)("tells the person whose account is %s what is so, and who helps", async (state, standing) => {
    const known = await makeAccount(test.database().db, { state })
    const request = await made({ nationalId: known.nationalId })
    await decide(request.id, "approve")
    const [mail] = await mailed(request.email)
    expect(mail).toMatchObject({ template: "registration-approved", props: { standing } })
    const [left] = await test.database().owner`select state from accounts where id = ${known.id}`
    expect(left?.state).toBe(state)
  })

  it("opens a closed account to its person again, with nothing of old that opens it", async () => {
    const known = await makeAccount(test.database().db, { state: "closed" })
    const request = await made({ nationalId: known.nationalId })
    expect(await decide(request.id, "approve")).toMatchObject({ accountId: known.id })
    expect(await accountOf(request.id)).toMatchObject({
      state: "invited",
      password_hash: null,
      email: request.email,
    })
    expect(await templates(request.email)).toEqual(["invitation"])
    await revert(request.id, "approve")
    const [left] = await test.database().owner`select state from accounts where id = ${known.id}`
    expect(left?.state).toBe("closed")
  })

  it("invites by the address of the account, not by one that somebody typed", async () => {
    const first = await made()
    await decide(first.id, "approve")
    const second = await made({ nationalId: first.nationalId, unitId: unitId("05360204") })
    await decide(second.id, "approve", later(90))
    expect(await templates(first.email)).toEqual(["invitation", "invitation"])
    expect(await templates(second.email)).toEqual([])
  })

  it("is taken back without a trace: unused account closed, membership ended, invitation void", async () => {
    const request = await made()
    await decide(request.id, "approve")
    const accountId = (await accountOf(request.id))?.id
    expect(await revert(request.id, "reject")).toBe(false)
    expect(await revert(request.id, "approve")).toBe(true)
    expect(await row(request.id)).toMatchObject({
      state: "submitted",
      account_id: null,
      membership_id: null,
      had_account: null,
      decided_at: null,
      returned_fields: null,
    })
    const [left] = await test.database().owner`
      select a.state, (select count(*)::int from memberships m where m.account_id = a.id and m.state <> 'ended') as seats,
        (select count(*)::int from invitations i where i.account_id = a.id and i.ended_at is null) as open
      from accounts a where a.id = ${accountId}`
    expect(left).toEqual({ state: "closed", seats: 0, open: 0 })
    await decide(request.id, "approve", later(200))
    expect(await accountOf(request.id)).toMatchObject({ id: accountId, state: "invited" })
  })

  it("taken back leaves an account that was there, and one that is in use", async () => {
    const known = await makeAccount(test.database().db)
    const request = await made({ nationalId: known.nationalId })
    await decide(request.id, "approve")
    await revert(request.id, "approve")
    const used = await made()
    await decide(used.id, "approve")
    const accountId = (await accountOf(used.id))?.id
    await test.database().owner`update accounts set state = 'active' where id = ${accountId}`
    await revert(used.id, "approve")
    const rows = await test.database()
      .owner`select state from accounts where id in (${known.id}, ${accountId})`
    expect(rows.map(({ state }) => state)).toEqual(["active", "active"])
  })
})

describe("a return and a rejection", () => {
  it("are told by mail, and reset when taken back", async () => {
    const request = await made()
    await decide(request.id, "return", later(60), ["post", "documents"])
    expect(await row(request.id)).toMatchObject({ state: "returned", returned_fields: ["post", "documents"] })
    await revert(request.id, "return")
    expect(await row(request.id)).toMatchObject({
      state: "submitted",
      returned_fields: null,
      decided_at: null,
    })
    await decide(request.id, "reject", later(180))
    expect(await row(request.id)).toMatchObject({ state: "rejected" })
    expect(await templates(request.email)).toEqual(["registration-rejected", "registration-returned"])
    await revert(request.id, "reject")
    expect(await row(request.id)).toMatchObject({ state: "submitted" })
  })
})

describe("the reviewer", () => {
  const review = (id: string) => registrationForReview(test.database().db, id, start)
  const codes = async (id: string) => (await review(id))?.warnings.map(({ code }) => code)

  it("sees the number in full, what is proved, and no warning where there is nothing to see", async () => {
    const request = await made({ provedAt: start, givenNameTh: "กมล", familyNameTh: "ไม่ซ้ำใคร" })
    const facts = await review(request.id)
    const all = facts?.groups.flatMap((group) => group.facts) ?? []
    const of = (field: string) => all.find((fact) => fact.field === field)
    expect(of("nationalId")).toMatchObject({ isProved: true })
    expect(JSON.stringify(of("nationalId")).replaceAll("-", "")).toContain(request.nationalId)
    expect(of("unit")?.value).toMatchObject({ is: "unit", code: "06360207" })
    expect(facts?.warnings).toEqual([])
  })

  it("is warned of the same person, a similar name in the unit, and staff that is not permanent", async () => {
    const nationalId = inventedNationalId()
    const first = await made({ nationalId, givenNameTh: "สมหมาย", familyNameTh: "ใจงาม", provedAt: start })
    const second = await made({
      nationalId,
      givenNameTh: "สมหมาย",
      familyNameTh: "ใจงาม",
      staffKind: "employee",
      staffReason: "งานพัสดุ",
    })
    expect(await codes(second.id)).toEqual(["not-proved", "staff-reason", "same-person-waiting"])
    expect((await review(second.id))?.warnings.at(-1)).toMatchObject({ otherNumber: first.number })
    await decide(first.id, "approve")
    expect(await codes(second.id)).toEqual(["not-proved", "same-person-account", "staff-reason"])
    const alike = await made({ givenNameTh: "สมหมาย", familyNameTh: "ใจงาน", provedAt: start })
    expect(await codes(alike.id)).toEqual(["same-name"])
    expect(await codes(first.id)).toEqual(["same-person-waiting"])
  })
})
