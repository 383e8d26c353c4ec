import { expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { recoverySteps } from "@/db/testing/recovery-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { invite } from "./invite"
import { withdrawInvitation } from "./withdraw-invitation"

const test = useTestDatabase()
const { mailed } = recoverySteps(test)
const now = new Date("2026-11-21T02:00:00Z")

it("mails a link good for 14 days, and a new invitation takes the place of the old", async () => {
  const { id, email } = await makeAccount(test().db, { state: "invited" })
  const send = () =>
    test().db.transaction((tx) => invite(tx, { accountId: id, email: email ?? "", locale: "th", now }))
  const withdraw = () => test().db.transaction((tx) => withdrawInvitation(tx, id, now))
  await send()
  await send()
  const reasons = () => test().owner`
    select ended_reason as reason from invitations where account_id = ${id} order by ended_reason nulls last`
  expect([...(await reasons())]).toEqual([{ reason: "replaced" }, { reason: null }])
  const mails = await mailed(email)
  expect(mails.map(({ template }) => template)).toEqual(["invitation", "invitation"])
  expect(mails[0]?.props).toMatchObject({ until: "2026-12-05T02:00:00.000Z" })
  expect(mails[0]?.props.link).not.toBe(mails[1]?.props.link)
  expect([await withdraw(), await withdraw()]).toEqual([true, false])
  expect([...(await reasons())]).toEqual([{ reason: "replaced" }, { reason: "withdrawn" }])
})
