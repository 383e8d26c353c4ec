import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { emailSteps, later, start } from "@/db/testing/email-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { tellOfFailures } from "./tell-of-failures"

const database = useTestDatabase()
const { mailed } = emailSteps(database)
const day = 24 * 60 * 60

const fail = (actor: string, seconds: number, refusal = "signin.wrong") => database().owner`
  insert into audit_events (at, action, actor_kind, actor_id, request_id, detail, refusal)
  values (${later(seconds)}, 'signin.password', 'visitor', ${actor}, 'test', '{}', ${refusal})`
const told = async (account: { email: string | null }) =>
  (await mailed(account.email ?? "")).map(({ template, props }) => [template, props.at])

describe("an owner is told of wrong passwords", () => {
  it("from the tenth within a day on, once a day, and again on another day", async () => {
    const account = await makeAccount(database().db)
    let seen = await tellOfFailures(database().db, undefined, start)
    for (let nth = 1; nth <= 9; nth++) await fail(account.id, nth, nth > 4 ? "signin.wait" : "signin.wrong")
    seen = await tellOfFailures(database().db, seen, later(10))
    expect(await told(account)).toEqual([])
    await fail(account.id, 11)
    seen = await tellOfFailures(database().db, seen, later(12))
    expect(await told(account)).toEqual([["many-failures", later(11).toISOString()]])
    await fail(account.id, 13)
    seen = await tellOfFailures(database().db, seen, later(14))
    expect(await told(account)).toHaveLength(1)
    for (let nth = 0; nth < 10; nth++) await fail(account.id, day + 20 + nth)
    await tellOfFailures(database().db, seen, later(day + 40))
    expect(await told(account)).toHaveLength(2)
  })

  it("once, though two processes look at the same moment", async () => {
    const account = await makeAccount(database().db)
    for (let nth = 1; nth <= 10; nth++) await fail(account.id, nth)
    await Promise.all([1, 2].map(() => tellOfFailures(database().db, undefined, later(20))))
    expect(await told(account)).toHaveLength(1)
  })

  it("not of failures spread over days, nor without a confirmed address, nor of codes", async () => {
    const spread = await makeAccount(database().db)
    for (let nth = 0; nth < 12; nth++) await fail(spread.id, nth * 10_000)
    const unconfirmed = await makeAccount(database().db, { emailVerifiedAt: null })
    for (let nth = 1; nth <= 12; nth++) await fail(unconfirmed.id, 119_000 + nth)
    await tellOfFailures(database().db, undefined, later(120_000))
    expect([await told(spread), await told(unconfirmed)]).toEqual([[], []])
  })
})
