import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { later, no, start, useRegistrationTest } from "@/db/testing/use-registration-test"
import { execute, look as lookAt } from "@/lib/kernel/execute"
import { askCode } from "./ask-code"
import { expireRegistration } from "./expire-registration"
import { getRegistrationStatus } from "./get-registration-status"
import { purgeDrafts } from "./purge-drafts"
import { renewSecret } from "./renew-secret"

const test = useRegistrationTest()
const { at, sent, begin, filled, look, ticketOf, ask, goOn, withdraw, codeTo, row, person, unit, submit } =
  test
const thirtyDays = 30 * 24 * 60 * 60
const returned = async (now: Date, fields: readonly string[]) => {
  const made = await sent({}, now)
  await test.decide(made.id, "return", later(60), fields)
  await test.setCase(made.id, "returned")
  return made
}

describe("number and secret", () => {
  it("show how the request stands, from whatever device, and only together", async () => {
    const [made, other] = [await sent({}, later(1)), await sent({}, later(2))]
    expect((await look(made.number, made.secret)).ok).toBe(true)
    expect((await look(made.number.toLowerCase(), made.secret.toLowerCase())).ok).toBe(true)
    expect(await look(made.number, other.secret)).toEqual(no("registration.secret-wrong"))
    expect(await look("R-0000-0000", made.secret)).toEqual(no("registration.secret-wrong"))
  })

  it("are closed for an hour after ten wrong secrets, the right one too, and a number that is none alike", async () => {
    const made = await sent({}, later(3))
    for (const number of [made.number, "R-1111-1111"]) {
      for (let nth = 0; nth < 10; nth += 1)
        expect(await look(number, "AAAAAAAAAAAA")).toEqual(no("registration.secret-wrong"))
      expect(await look(number, made.secret)).toEqual(
        no("registration.number-closed", { until: later(3600) }),
      )
    }
    expect((await look(made.number, made.secret, later(3601))).ok).toBe(true)
  })

  it("can be given out anew in the browser of the request, and the old secret is of no use", async () => {
    const made = await sent({}, later(4))
    const result = await execute(renewSecret, at(start), { registration: made.registration })
    expect(result).toMatchObject({ ok: true, value: { number: made.number } })
    expect(await look(made.number, made.secret)).toEqual(no("registration.secret-wrong"))
    const draft = await begin(later(5))
    expect(await execute(renewSecret, at(start), { registration: draft })).toEqual(
      no("registration.no-email"),
    )
    expect(await execute(renewSecret, at(start), { registration: "none" })).toEqual(no("registration.gone"))
  })
})

describe("how it stands", () => {
  const status = async (made: { readonly number: string; readonly secret: string }, now = later(8000)) => {
    const result = await lookAt(getRegistrationStatus, at(now), { ticket: await ticketOf(made, now) })
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.value
  }

  it("is told with the place in the unit's queue, and no usual time while nobody can know it", async () => {
    const [first, second] = [await sent({}, later(5000)), await sent({}, later(5001))]
    const [one, two] = [await status(first), await status(second)]
    expect(two.place).toBe((one.place ?? 0) + 1)
    expect(two.usual).toBe(null)
    expect(JSON.stringify(two)).not.toMatch(/ปราณี|ใจดี|test\.example/)
    await test.setCase(first.id, "decided")
    expect((await status(second)).place).toBe(two.place === null ? null : two.place - 1)
  })

  it("tells the median of the last decisions, of the unit where there are enough, else of all", async () => {
    const reviewer = await makeAccount(test.database().db)
    const decided = async (hours: number, unit: string) => {
      const made = await sent({ unit }, later(6000 + hours))
      const at2 = later(6000 + hours + hours * 3600)
      await test.database().owner`
        insert into decisions (case_id, case_version, outcome, reasons, fields, note, excluded, decided_by, decided_at,
          session_id, acr, takes_effect_at, took_effect_at, documents, mac, mac_key_id)
        select id, 1, 'reject', '{}', '{}', '', '{}', ${reviewer.id}, ${at2}, ${randomUUID()}, 'x', ${at2}, ${at2},
          '[]', '', 'k' from cases where subject_id = ${made.id}`
      await test.setCase(made.id, "decided")
    }
    for (const hours of [1, 2, 3, 40]) await decided(hours, "05360204")
    const waiting = await sent({ unit: "05360204" }, later(7000))
    expect((await status(waiting)).usual).toBe(null)
    await decided(50, "06360207")
    expect((await status(waiting)).usual).toEqual({ seconds: 3 * 3600, count: 5, isHere: false })
    await decided(60, "05360204")
    expect((await status(waiting)).usual).toEqual({ seconds: 3 * 3600, count: 5, isHere: true })
  })
})

describe("a request on another device", () => {
  it("goes on there with a mailed code, and no longer where it was", async () => {
    const made = await filled({}, later(10))
    const renewed = await execute(renewSecret, at(start), { registration: made.registration })
    if (!renewed.ok) throw new Error("no secret")
    const ticket = await ticketOf(renewed.value)
    await ask(ticket, "correct")
    const code = await codeTo(made.email)
    const wrong = code === "000000" ? "111111" : "000000"
    expect(await goOn(ticket, wrong)).toEqual(no("registration.code-wrong", { left: 4 }))
    const there = await goOn(ticket, code)
    if (!there.ok) throw new Error(JSON.stringify(there))
    expect(await person(made.registration, made.id)).toEqual(no("registration.gone"))
    expect((await person(there.value.registration, made.id)).ok).toBe(true)
    expect(await goOn(ticket, code)).toEqual(no("registration.code-gone"))
  })

  it("opens with no ticket that is over, forged, or of another request", async () => {
    const made = await sent({}, later(11))
    const ticket = await ticketOf(made)
    const [, until = "", mark = ""] = ticket.split(".")
    const other = await sent({}, later(12))
    for (const bad of [
      `${other.id}.${until}.${mark}`,
      `${made.id}.${Number(until) + 1}.${mark}`,
      "",
      "a.b.c",
    ])
      expect(await ask(bad, "withdraw")).toEqual(no("registration.gone"))
    expect(await ask(ticket, "withdraw", later(1800))).toEqual(no("registration.gone"))
    expect((await ask(ticket, "withdraw", later(1799))).ok).toBe(true)
  })

  it("is not corrected while it waits, nor by a code that was asked for something else", async () => {
    const made = await returned(later(13), ["post"])
    const ticket = await ticketOf(made)
    await ask(ticket, "withdraw")
    expect(await goOn(ticket, await codeTo(made.email))).toEqual(no("registration.code-gone"))
    const waiting = await sent({}, later(14))
    expect(await ask(await ticketOf(waiting), "correct")).toEqual(no("registration.closed"))
  })
})

describe("a returned request", () => {
  it("takes corrections of what was named alone, and keeps its place", async () => {
    const made = await returned(later(20), ["post"])
    const before = await row(made.id)
    expect(before).toMatchObject({ state: "returned" })
    const monthLater = new Date(later(60).getTime() + thirtyDays * 1000)
    expect(before?.expires_at).toEqual(monthLater)
    expect((await person(made.registration, made.id, { nationalId: "1234567890121" })).ok).toBe(true)
    expect((await unit(made.registration, made.id, { unit: "05360204" })).ok).toBe(true)
    const after = await row(made.id)
    expect(after?.national_id_hash).toEqual(before?.national_id_hash)
    expect(after?.unit_id).toBe(before?.unit_id)
    expect((await submit(made.registration, made.id, later(90))).ok).toBe(true)
    const sentAgain = await row(made.id)
    expect(sentAgain).toMatchObject({ state: "submitted", case_state: "waiting", submitted_at: later(20) })
    expect((await look(made.number, made.secret)).ok).toBe(true)
  })

  it("ends after thirty days, audited, and leaves the queue", async () => {
    const made = await returned(later(21), ["post"])
    const system = { ...at(later(3600)), actor: { kind: "system", name: "test" } as const }
    expect(await execute(expireRegistration, system, { id: made.id })).toEqual(no("registration.closed"))
    await purgeDrafts(test.database().db, new Date(later(60).getTime() + thirtyDays * 1000))
    expect(await row(made.id)).toMatchObject({ state: "withdrawn", case_state: "withdrawn" })
    const [event] = await test.database().owner`
      select actor_kind from audit_events where subject_id = ${made.id} and action = 'registration.expire'
        and refusal is null`
    expect(event?.actor_kind).toBe("system")
  })
})

describe("a withdrawal", () => {
  it("wants a mailed code, and ends request and case at once; a wrong code leaves both", async () => {
    const made = await sent({}, later(30))
    const ticket = await ticketOf(made)
    await ask(ticket, "withdraw")
    const code = await codeTo(made.email)
    const wrong = code === "000000" ? "111111" : "000000"
    expect(await withdraw(ticket, wrong)).toEqual(no("registration.code-wrong", { left: 4 }))
    expect(await row(made.id)).toMatchObject({ state: "submitted", case_state: "waiting" })
    const both = await Promise.all([withdraw(ticket, code), withdraw(ticket, code)])
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true])
    expect(await row(made.id)).toMatchObject({ state: "withdrawn", case_state: "withdrawn" })
    expect(await ask(ticket, "withdraw")).toEqual(no("registration.closed"))
  })

  it("is asked of no address that was not confirmed", async () => {
    const registration = await begin(later(31))
    const id = await test.idOf(later(31))
    const { makeTicket } = await import("./hashes")
    expect(registration).not.toBe("")
    const ticket = makeTicket(id, later(100))
    expect(await execute(askCode, at(start), { ticket, purpose: "withdraw", locale: "th" })).toEqual(
      no("registration.no-email"),
    )
  })
})

it("drafts go after thirty days, and nothing else does", async () => {
  await begin(later(40))
  const draft = await test.idOf(later(40))
  const waiting = await sent({}, later(41))
  await purgeDrafts(test.database().db, new Date(later(50).getTime() + thirtyDays * 1000))
  expect(await row(draft)).toBe(undefined)
  expect(await row(waiting.id)).toMatchObject({ state: "submitted" })
})
