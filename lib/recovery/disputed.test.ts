import { describe, expect, it } from "vitest"
import { makeRegistration } from "@/db/factories/registration"
import { assistedSteps, here, hour, later, no } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute } from "@/lib/kernel/execute"
import { resetPassword } from "./reset-password"

const test = useTestDatabase()
const { admin, ask, asked, at, decide, member, open, propOf, reset, stateOf } = assistedSteps(test)

async function disputed() {
  const account = await member([here])
  const freeze = (at: Date) => test().owner`update accounts set state = 'locked', locked_reason = 'disputed',
    disputed_from = 'active', state_changed_at = ${at} where id = ${account.id}`
  const [unit] = await test().owner`select id from units where code = ${here}`
  const claim = (state: "submitted" | "withdrawn") =>
    makeRegistration(test().db, { unitId: String(unit?.id), state, disputedAccountId: account.id })
  return { account, freeze, claim }
}
type Held = Awaited<ReturnType<typeof disputed>>

async function linkFor({ account }: Held, at: number) {
  const [one, two] = [await admin(here), await admin(here)]
  const id = await asked(one, account, later(at))
  await decide(two, id, later(at + 1)).approve()
  const opened = await open(await propOf(account.email, "recovery-link", "link"), later(at + 2))
  if (!opened.ok) throw new Error("not opened")
  return opened.value.recovery
}

describe("an account that is frozen because another was proved to have its number", () => {
  it("is not opened by people in charge while a claim to it waits for its officer", async () => {
    const held = await disputed()
    await held.freeze(later(1))
    const { id } = await held.claim("submitted")
    expect(await ask(await admin(here), held.account, later(2))).toEqual(no("recovery.disputed"))
    await test().owner`update registrations set state = 'withdrawn' where id = ${id}`
    const recovery = await linkFor(held, 3)
    await test().owner`update registrations set state = 'submitted' where id = ${id}`
    const password = "คนละเรื่องกับของเดิม 48"
    const set = { recovery, newPassword: password, again: password }
    expect(await execute(resetPassword, at(later(6)), set)).toEqual(no("recovery.disputed"))
    expect(await stateOf(held.account)).toMatchObject({ state: "locked", locked_reason: "disputed" })
  })

  it("is by a link that was mailed after it was frozen, and by none from before", async () => {
    const held = await disputed()
    await held.claim("withdrawn")
    const before = await linkFor(held, 0)
    await held.freeze(later(1 * hour))
    expect(await reset(before, later(10))).toEqual(no("recovery.disputed"))
    const other = await disputed()
    await other.freeze(later(1))
    expect((await reset(await linkFor(other, 2), later(9))).ok).toBe(true)
    expect(await stateOf(other.account)).toMatchObject({ state: "active", locked_reason: null })
    const [row] = await test().owner`
      select disputed_from, dispute_decided_at from accounts where id = ${other.account.id}`
    expect(row).toEqual({ disputed_from: null, dispute_decided_at: later(9) })
  })
})
