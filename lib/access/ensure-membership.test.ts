import { beforeAll, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { endMembership } from "./end-membership"
import { ensureMembership } from "./ensure-membership"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
let unitId = ""
beforeAll(async () => {
  unitId = (await makeUnitTree(test().db))["06360207"].id
})

const ensure = (accountId: string, post = "นิติกร", officeTelephone: string | null = null) =>
  test().db.transaction((tx) =>
    ensureMembership(tx, {
      accountId,
      unitId,
      post,
      staffKind: "local-government",
      officeTelephone,
      today: "2026-11-21",
    }),
  )
const rows = (accountId: string) =>
  test()
    .owner`select state, post, office_telephone as telephone from memberships where account_id = ${accountId}`

it("is made once, and stays as it is but for a telephone that it lacked", async () => {
  const { id } = await makeAccount(test().db)
  const both = await Promise.all([ensure(id), ensure(id)])
  expect(both.map(({ isNew }) => isNew).toSorted()).toEqual([false, true])
  expect((await ensure(id, "ปลัด", "044 000 000")).isNew).toBe(false)
  await ensure(id, "ปลัด", "02 000 0000")
  expect([...(await rows(id))]).toEqual([{ state: "active", post: "นิติกร", telephone: "044 000 000" }])
})

it("stays suspended where it is, and is made anew where its last day is over or it ended", async () => {
  const { id } = await makeAccount(test().db)
  const { membershipId } = await ensure(id)
  await test().owner`update memberships set state = 'suspended' where account_id = ${id}`
  expect(await ensure(id)).toEqual({ membershipId, isNew: false, state: "suspended" })
  await test()
    .owner`update memberships set state = 'active', valid_until = '2026-11-20' where account_id = ${id}`
  const next = await ensure(id)
  expect(next).toMatchObject({ isNew: true })
  const end = () => test().db.transaction((tx) => endMembership(tx, next.membershipId, now))
  expect([await end(), await end()]).toEqual([true, false])
  expect((await ensure(id)).isNew).toBe(true)
})
