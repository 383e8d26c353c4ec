import { expect, it } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { recoverySteps } from "@/db/testing/recovery-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute } from "@/lib/kernel/execute"
import { remindUsername } from "./remind-username"

const test = useTestDatabase()
const { at, mailed } = recoverySteps(test)
const now = new Date("2026-11-21T01:30:00Z")
let addresses = 0

function remind(nationalId: string, email: string | null) {
  addresses += 1
  const input = { nationalId, email: email ?? "", address: `10.3.${addresses}.1` }
  return execute(remindUsername, at(now), input)
}
const done = { ok: true, value: null }
const dashed = (id: string) => id.replace(/^(\d)(\d{4})(\d{5})(\d\d)(\d)$/, "$1-$2-$3-$4-$5")

it("mails the user name where number and confirmed address belong together, however they are typed", async () => {
  const account = await makeAccount(test().db)
  expect(await remind(dashed(account.nationalId), ` ${account.email?.toUpperCase()}`)).toEqual(done)
  expect(await mailed(account.email)).toMatchObject([
    { template: "username-reminder", props: { username: account.username } },
  ])
})

it("answers alike, and mails nobody, for another's address, an unconfirmed one, a closed account, an unknown number", async () => {
  const [one, other, closed] = [
    await makeAccount(test().db),
    await makeAccount(test().db, { emailVerifiedAt: null }),
    await makeAccount(test().db, { state: "closed" }),
  ]
  for (const [nationalId, email] of [
    [one.nationalId, other.email],
    [other.nationalId, other.email],
    [closed.nationalId, closed.email],
    [inventedNationalId(), one.email],
  ] as const)
    expect(await remind(nationalId, email)).toEqual(done)
  for (const { email } of [one, other, closed]) expect(await mailed(email)).toEqual([])
})

it("names what is wrong in form, and asks no more than five times an hour for one number", async () => {
  expect(await remind("1234567890120", "no address")).toMatchObject({
    refusal: { fields: { nationalId: "nationalIdWrong", email: "addressWrong" } },
  })
  const unknown = inventedNationalId()
  for (let nth = 0; nth < 5; nth += 1) expect(await remind(unknown, "a@b.example")).toEqual(done)
  expect(await remind(unknown, "a@b.example")).toMatchObject({ refusal: { code: "recovery.too-many" } })
})
