import { expect, it } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { closeUnusedAccount } from "./close-unused-account"
import { ensureAccount } from "./ensure-account"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")

const wanted = (nationalId: string, email = "a@b.example") => ({
  nationalId,
  title: "นาง",
  given: "ปราณี",
  family: "ใจดี",
  email,
  locale: "th" as const,
  provedByThaid: false,
  now,
})
const ensure = (nationalId: string, email?: string) =>
  test().db.transaction((tx) => ensureAccount(tx, wanted(nationalId, email)))
const close = (accountId: string) => test().db.transaction((tx) => closeUnusedAccount(tx, accountId, now))
const rowOf = async (accountId: string) => {
  const [row] = await test().owner`
    select a.state, a.email, a.email_verified_at, p.given_name_th as given
    from accounts a join persons p on p.id = a.person_id where a.id = ${accountId}`
  return row
}

it("makes an invited account for a person who has none, once, even when two ask at the same moment", async () => {
  const nationalId = inventedNationalId()
  const both = await Promise.all([ensure(nationalId), ensure(nationalId)])
  expect(both.map(({ isNew }) => isNew).toSorted()).toEqual([false, true])
  expect(both[0]?.accountId).toBe(both[1]?.accountId)
  expect(await rowOf(both[0]?.accountId ?? "")).toMatchObject({
    state: "invited",
    email: "a@b.example",
    email_verified_at: null,
    given: "ปราณี",
  })
})

it("leaves an account that is there as it is", async () => {
  for (const state of ["active", "suspended", "locked", "closed"] as const) {
    const account = await makeAccount(test().db, { state })
    const before = await rowOf(account.id)
    expect(await ensure(account.nationalId)).toEqual({ accountId: account.id, state, isNew: false })
    expect(await rowOf(account.id)).toEqual(before)
    expect(await close(account.id)).toBe(false)
  }
})

it("invites again whose account was closed before anybody used it, to the address of now", async () => {
  const nationalId = inventedNationalId()
  const { accountId } = await ensure(nationalId)
  expect(await close(accountId)).toBe(true)
  expect(await close(accountId)).toBe(false)
  expect(await ensure(nationalId, "new@b.example")).toEqual({ accountId, state: "invited", isNew: true })
  expect(await rowOf(accountId)).toMatchObject({ state: "invited", email: "new@b.example" })
})
