import { describe, expect, it } from "vitest"
import { assistedSteps, here, hour, later, no, start } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getCancellable, getLink, getUnitRecoveries } from "./get-assisted"

const test = useTestDatabase()
const {
  admin,
  alarm,
  ask,
  asked,
  at,
  by,
  cancel,
  decide,
  mailed,
  member,
  open,
  propOf,
  recovered,
  reset,
  stateOf,
} = assistedSteps(test)

describe("a way back by two persons in charge", () => {
  it("mails the owner a one-time link, with which he alone sets a password; nobody in charge sees either", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    const account = await member([here])
    const id = await asked(one, account)
    expect((await mailed(account.email)).map((mail) => mail.template)).toEqual(["recovery-asked"])
    const answer = await decide(two, id, later(60)).approve()
    expect(answer).toEqual({ ok: true, value: { sent: true } })
    const link = await propOf(account.email, "recovery-link", "link")
    expect(await look(getLink, at(later(61)), { link })).toMatchObject({ ok: true })
    const opened = await open(link, later(62))
    if (!opened.ok) throw new Error("not opened")
    expect(await open(link, later(63))).toEqual(no("recovery.link-gone"))
    expect((await reset(opened.value.recovery, later(64))).ok).toBe(true)
    expect(await stateOf(account)).toMatchObject({
      state: "active",
      powers_held_until: later(64 + 72 * hour),
    })
    const page = await look(getUnitRecoveries, by(one, later(65)), { unitCode: here })
    expect(page).toMatchObject({ ok: true, value: { lines: [{ state: "done", approvers: [{}, {}] }] } })
    expect(JSON.stringify([answer, page])).not.toContain(link)
    const events = await test().owner`
      select action from audit_events where subject_id = ${account.id} and action like 'recovery.%' order by seq`
    expect(events.map(({ action }) => action)).toEqual([
      "recovery.ask",
      "recovery.approve",
      "recovery.link",
      "recovery.reset-password",
    ])
  })

  it("counts nobody twice, nor who recovers himself", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    const account = await member([here])
    const id = await asked(one, account)
    expect(await decide(one, id).approve()).toEqual(no("recovery.approved-already"))
    const [own] = await test().owner`select username from accounts where id = ${two.accountId}`
    const himself = { ...account, id: two.accountId, username: own?.username }
    expect(await ask(two, himself)).toEqual(no("recovery.own"))
    const his = await asked(one, himself)
    expect(await decide(two, his).approve()).toEqual(no("recovery.own"))
    expect(await decide(two, his, later(25 * hour)).release()).toEqual(no("recovery.own"))
  })

  it("of two who approve at the same moment both count, and one link goes out", async () => {
    const people = [await admin(here), await admin(here), await admin(here)]
    const account = await member([here])
    const id = await asked(people[0] as AccountActor, account)
    const both = await Promise.all(people.slice(1).map((one) => decide(one, id, later(1)).approve()))
    expect(both.map((one) => (one.ok ? one.value.sent : one.refusal.code)).toSorted()).toEqual([
      "recovery.decided",
      true,
    ])
    const links = (await mailed(account.email)).filter((mail) => mail.template === "recovery-link")
    expect(links).toHaveLength(1)
    const [first = { props: {} }] = links
    const link = (first.props as Record<string, string>).link ?? ""
    const opened = await Promise.all([open(link, later(2)), open(link, later(2))])
    expect(opened.map((one) => one.ok).toSorted()).toEqual([false, true])
  })

  it("asked for twice at once waits once", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    const account = await member([here])
    const both = await Promise.all([ask(one, account), ask(two, account)])
    expect(both.map((answer) => (answer.ok ? "" : answer.refusal.code)).toSorted()).toEqual([
      "",
      "recovery.already-asked",
    ])
  })
})

describe("a way back by one person and a wait", () => {
  it("sends the link after 24 hours, not before", async () => {
    const one = await admin(here)
    const account = await member([here])
    const id = await asked(one, account)
    expect(await decide(one, id, later(24 * hour - 1)).release()).toEqual(
      no("recovery.not-yet", { until: later(24 * hour) }),
    )
    expect((await decide(one, id, later(24 * hour)).release()).ok).toBe(true)
    expect((await open(await propOf(account.email, "recovery-link", "link"), later(49 * hour))).ok).toBe(
      false,
    )
  })

  it("is cancelled by the owner's mail, while it waits and after the link went out", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    for (const isSent of [false, true]) {
      const account = await member([here])
      const id = await asked(one, account)
      const token = await propOf(account.email, "recovery-asked", "cancel")
      if (isSent) await decide(two, id, later(1)).approve()
      expect(await look(getCancellable, at(later(2)), { cancel: token })).toMatchObject({
        value: { isOpen: true },
      })
      expect((await cancel(token, later(2))).ok).toBe(true)
      expect(await cancel(token, later(3))).toEqual(no("recovery.link-gone"))
      expect(await decide(one, id, later(25 * hour)).release()).toEqual(no("recovery.decided"))
      if (isSent)
        expect(await open(await propOf(account.email, "recovery-link", "link"), later(4))).toEqual(
          no("recovery.link-gone"),
        )
      expect((await ask(one, account, later(5))).ok).toBe(true)
    }
  })

  it("ends with “this wasn't me”, and with a recovery of the owner's own", async () => {
    const one = await admin(here)
    const [locking, own] = [await member([here]), await member([here])]
    const first = await asked(one, locking)
    expect((await alarm(await propOf(locking.email, "recovery-asked", "alarm"), later(1))).ok).toBe(true)
    expect(await decide(one, first, later(25 * hour)).release()).toEqual(no("recovery.decided"))
    const second = await asked(one, own)
    expect((await recovered(own, later(2))).ok).toBe(true)
    expect(await decide(one, second, later(25 * hour)).release()).toEqual(no("recovery.decided"))
    // the locked account is opened by people in charge as well
    const again = await asked(one, locking, later(26 * hour), { reason: "locked" })
    expect((await decide(one, again, later(50 * hour)).release()).ok).toBe(true)
    const opened = await open(await propOf(locking.email, "recovery-link", "link"), later(51 * hour))
    if (!opened.ok) throw new Error("not opened")
    expect((await reset(opened.value.recovery, later(51 * hour))).ok).toBe(true)
    expect(await stateOf(locking)).toMatchObject({ state: "active", locked_reason: null })
  })

  it("is refused by a second person for good, and forgotten after 14 days", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    const account = await member([here])
    const id = await asked(one, account)
    expect((await decide(two, id).refuse()).ok).toBe(true)
    expect(await decide(one, id, later(25 * hour)).release()).toEqual(no("recovery.decided"))
    const old = await asked(one, account, later(1))
    expect(await decide(two, old, later(1 + 14 * 24 * hour)).approve()).toEqual(no("recovery.decided"))
    expect((await ask(one, account, later(1 + 14 * 24 * hour))).ok).toBe(true)
  })
})

describe("a lost second factor", () => {
  it("wants two persons, and is taken away when the owner sets the password, not before; he is told", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    const account = await member([here])
    const { owner } = test()
    await owner`insert into totp_factors (account_id, name, secret_sealed, created_at, confirmed_at)
      values (${account.id}, 'app', 'x', ${start}, ${start})`
    await owner`insert into passkeys (account_id, name, credential_id, public_key, counter, transports, created_at)
      values (${account.id}, 'key', 'x', 'x', 0, '{}', ${start})`
    const apps = () => owner`select 1 from totp_factors where account_id = ${account.id}
      union select 1 from passkeys where account_id = ${account.id}`
    const id = await asked(one, account, start, { reason: "lost-factor" })
    expect(await decide(one, id, later(100 * hour)).release()).toMatchObject(no("recovery.not-yet"))
    expect(await decide(two, id, later(1)).approve()).toEqual({ ok: true, value: { sent: true } })
    const opened = await open(await propOf(account.email, "recovery-link", "link"), later(2))
    if (!opened.ok) throw new Error("not opened")
    expect(await apps()).toHaveLength(1)
    expect((await reset(opened.value.recovery, later(3))).ok).toBe(true)
    expect(await apps()).toEqual([])
    expect((await mailed(account.email)).map((mail) => mail.template)).toContain("factor-changed")
  })
})

describe("a new address", () => {
  it("wants two persons and three days in which the owner can object at the former one; it is confirmed by the link", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    const account = await member([here])
    const newEmail = "new-one@test.example"
    const id = await asked(one, account, start, { reason: "lost-email", newEmail })
    expect(await decide(two, id, later(60)).approve()).toEqual({ ok: true, value: { sent: false } })
    expect(await decide(two, id, later(72 * hour - 1)).release()).toMatchObject(no("recovery.not-yet"))
    expect(await mailed(newEmail)).toEqual([])
    expect((await decide(two, id, later(72 * hour)).release()).ok).toBe(true)
    const opened = await open(await propOf(newEmail, "recovery-link", "link"), later(73 * hour))
    if (!opened.ok) throw new Error("not opened")
    expect((await reset(opened.value.recovery, later(73 * hour))).ok).toBe(true)
    const [row] = await test().owner`select email, email_verified_at from accounts where id = ${account.id}`
    expect(row).toEqual({ email: newEmail, email_verified_at: later(73 * hour) })
    expect((await mailed(account.email)).map((mail) => mail.template)).toContain("email-changed")
    expect((await mailed(newEmail)).map((mail) => mail.template)).toContain("password-changed")
  })

  it("is never one person's word, and is wanted where no address is confirmed", async () => {
    const [one, two] = [await admin(here), await admin(here)]
    const account = await member([here], { emailVerifiedAt: null })
    expect(await ask(one, account)).toEqual(no("recovery.no-address"))
    const id = await asked(one, account, start, { newEmail: "new-two@test.example" })
    expect(await decide(one, id, later(100 * hour)).release()).toMatchObject(no("recovery.not-yet"))
    expect(await decide(two, id, later(1)).approve()).toEqual({ ok: true, value: { sent: true } })
  })
})
