import { beforeAll, describe, expect, it } from "vitest"
import { activationSteps } from "@/db/testing/activation-steps"
import { deskSteps } from "@/db/testing/desk-steps"
import { orderStart, secondsOn } from "@/db/testing/order-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getMyActivation } from "./get-my-activation"
import { activationLimits } from "./rules"

const test = useTestDatabase()
const steps = activationSteps(test)
const { admin, codeFor, filled, form, issue, letters, lookUp, open, opened, register, row } = steps
const no = (code: string) => ({ ok: false, refusal: { code } })
const here = "06360207"
const empty = ["06360207", "05360204"] as const
let district: AccountActor
let second: AccountActor
let province: AccountActor
let officer: AccountActor
beforeAll(async () => {
  district = await admin("3602")
  second = await admin("3602")
  province = await admin("36")
  officer = await admin("00", false, ["officer"])
})

const codes = (unitCode: string) => test().owner`
  select c.* from activation_codes c join units u on u.id = c.unit_id where u.code = ${unitCode}
  order by c.issued_at, c.id`
const live = async (unitCode: string) =>
  (await codes(unitCode)).filter((one) => one.used_at === null && one.ended_at === null)

describe("a code is issued", () => {
  it("for all units that have nobody at once, each its own, and stands in the letter alone", async () => {
    const issued = await issue(district, [], orderStart, { isAll: true })
    expect(issued).toMatchObject({ ok: true, value: { count: empty.length } })
    const run = issued.ok ? issued.value.run : ""
    const printed = await letters(district, run)
    const shown = printed.ok ? printed.value.letters : []
    expect(shown.map(({ unitCode }) => unitCode).toSorted()).toEqual(empty.toSorted())
    expect(new Set(shown.map(({ code }) => code)).size).toBe(2)
    for (const { code, qr, address, unitCode } of shown) {
      expect(code).toMatch(/^(?:[ACEFGHJKMNPRTWXY]{4}-){5}[ACEFGHJKMNPRTWXY]{4}$/)
      expect(address).toMatch(new RegExp(`/activate\\?unit=${unitCode}$`))
      expect(qr).not.toContain(code.slice(0, 4))
    }
    // nobody but who issued them sees them, and once printed not even he
    expect(await letters(second, run)).toEqual(no("activation.printed"))
    expect(await letters(officer, run)).toEqual(no("activation.printed"))
    expect(await steps.close(second, run)).toEqual(no("activation.printed"))
    expect(await steps.close(district, run)).toMatchObject({ ok: true, value: { count: 2 } })
    expect(await letters(district, run)).toEqual(no("activation.printed"))
    expect((await codes(here)).every((one) => one.code_sealed === null)).toBe(true)
    // who has a good code is left out of the next run
    expect(await issue(district, [], orderStart, { isAll: true })).toEqual(no("activation.none-chosen"))
    const told = JSON.stringify(await test().owner`select detail from audit_events`)
    for (const { code } of shown) expect(told).not.toContain(code)
  })

  it("for nobody beyond one's reach, nor where somebody works, and then for none at all", async () => {
    expect(await issue(district, [here, "06360301"])).toEqual(no("activation.beyond-power"))
    expect(await issue(district, ["3602"])).toEqual(no("activation.beyond-power"))
    expect(await issue(district, ["99999999"])).toEqual(no("activation.beyond-power"))
    await admin("06400101")
    expect(await issue(officer, ["06400101", here])).toEqual(no("activation.has-admin"))
    expect(await issue(district, [])).toEqual(no("activation.none-chosen"))
    const many = Array.from({ length: activationLimits.perRun + 1 }, (_, at) => `${10_000_000 + at}`)
    expect(await issue(officer, many)).toEqual(no("activation.too-many"))
    expect(await live(here)).toHaveLength(1)
  })

  it("twice at once, one of the two lives", async () => {
    const both = await Promise.all([issue(district, [here]), issue(province, [here])])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await live(here)).toHaveLength(1)
  })

  it("and the code itself is forgotten after a day", async () => {
    const issued = await issue(district, [here])
    const run = issued.ok ? issued.value.run : ""
    expect(await letters(district, run, secondsOn(86_399))).toMatchObject({ ok: true })
    expect(await letters(district, run, secondsOn(86_401))).toEqual(no("activation.printed"))
    const { forgetCodes } = await import("./forget-codes")
    await forgetCodes(test().db, secondsOn(86_399))
    expect((await live(here))[0]?.code_sealed).not.toBeNull()
    await forgetCodes(test().db, secondsOn(86_401))
    expect((await live(here))[0]?.code_sealed).toBeNull()
  })
})

describe("a code is typed", () => {
  it("in small letters, without hyphens, or with the keyboard still in Thai", async () => {
    const code = await codeFor(district, here)
    const thai: Record<string, string> = {}
    for (const [at, key] of [..."ACEFGHJKMNPRTWXY"].entries()) thai[key] = [..."ฟแำดเ้่าทืยพะไปั"][at] ?? ""
    const inThai = [...code].map((sign) => thai[sign] ?? "ข").join("")
    for (const typed of [code, code.toLowerCase(), code.replaceAll("-", " "), inThai])
      expect(await open(here, typed)).toMatchObject({ ok: true })
    expect(await open("๐๖๓๖๐๒๐๗", code)).toMatchObject({ ok: true })
  })

  it("wrong, too old, replaced, or for a unit that is not there: one answer", async () => {
    const old = await codeFor(district, here)
    const code = await codeFor(district, here)
    const answers = [
      await open(here, "ACEF-GHJK-MNPR-TWXY-ACEF-GHJK"),
      await open(here, "x"),
      await open(here, old),
      await open("05360204", code),
      await open("99999999", code),
      await open("no unit", code),
      await open(here, code, secondsOn(activationLimits.codeLifetime + 1)),
    ]
    for (const answer of answers) expect(answer).toEqual(no("activation.wrong"))
    expect(await open(here, code, secondsOn(activationLimits.codeLifetime - 1))).toMatchObject({ ok: true })
  })

  it("wrong ten times closes the unit for an hour, be it there or not, and an address after its own limit", async () => {
    const at = (seconds: number) => secondsOn(100_000 + seconds)
    const code = await codeFor(district, "05360204", at(0))
    for (const unit of ["05360204", "88888888"]) {
      for (let tries = 0; tries < activationLimits.wrongPerUnit; tries += 1)
        expect(await open(unit, "wrong", at(1), `192.0.2.${tries}`)).toEqual(no("activation.wrong"))
      expect(await open(unit, code, at(2), "192.0.2.99")).toMatchObject(no("activation.closed"))
    }
    expect(await open("05360204", code, at(3602), "192.0.2.99")).toMatchObject({ ok: true })
    let answer = await open("77777770", "wrong", at(5000), "192.0.2.200")
    for (let unit = 77_777_771; answer.ok === false && answer.refusal.code === "activation.wrong"; unit += 1)
      answer = await open(`${unit}`, "wrong", at(5000), "192.0.2.200")
    expect(answer).toMatchObject(no("activation.closed"))
  })

  it("twice at once it opens one session: the later takes it over", async () => {
    const code = await codeFor(district, here)
    const both = await Promise.all([opened(here, code), opened(here, code)])
    const alive = await Promise.all(both.map((token) => form(token).mine()))
    expect(alive.filter(({ ok }) => ok)).toHaveLength(1)
    const [{ count } = { count: 0 }] = await test().owner`
      select count(*)::int from activations v join activation_codes c on c.id = v.code_id
      where c.id = ${(await live(here))[0]?.id}`
    expect(count).toBe(1)
  })
})

describe("the form of a unit's first SSO Admin", () => {
  it("is handed in once; then the code is dead, and the request's own secret lets in to mend", async () => {
    const code = await codeFor(district, here)
    const token = await opened(here, code)
    expect(await form(token).submit()).toEqual(no("orders.incomplete"))
    const doing = await filled(token, { orderNumber: "501" })
    const sent = await doing.submit()
    expect(sent).toMatchObject({ ok: true, value: { number: doing.request } })
    const secret = sent.ok ? (sent.value.secret ?? "") : ""
    expect(secret).toHaveLength(12)
    expect(await doing.paper()).toEqual(no("activation.gone"))
    expect(await open(here, code)).toEqual(no("activation.wrong"))
    expect(await row(doing.request)).toMatchObject({ state: "submitted", made_by: null, submitted_by: null })

    expect(await lookUp(doing.request, "WRONGWRONGWR")).toEqual(no("activation.request-wrong"))
    expect(await lookUp("O-0000-0000", secret)).toEqual(no("activation.request-wrong"))
    const first = await lookUp(doing.request, `${secret.slice(0, 4)}-${secret.slice(4).toLowerCase()}`)
    const waiting = form(first.ok ? first.value.activation : "")
    expect(await waiting.mine()).toMatchObject({ value: { order: { state: "submitted" }, canSubmit: false } })
    expect(await waiting.person()).toEqual(no("orders.not-open"))

    await steps.decide(doing.request, "return", { fields: ["orderNumber"], reasons: ["number-differs"] })
    const again = await lookUp(doing.request, secret, secondsOn(100))
    const mending = form(again.ok ? again.value.activation : "", secondsOn(100))
    expect(await mending.person()).toEqual(no("orders.field-shut"))
    expect(await mending.paper({ orderNumber: "502" })).toMatchObject({ ok: true })
    expect(
      await test().owner`update cases set state = 'returned' where number = ${doing.request}`,
    ).toBeTruthy()
    expect(await mending.submit()).toMatchObject({ ok: true, value: { secret: null } })
    // the code stays dead, and the secret is the same
    expect(await open(here, code, secondsOn(200))).toEqual(no("activation.wrong"))
    expect(await lookUp(doing.request, secret, secondsOn(200))).toMatchObject({ ok: true })
  })

  it("ends after two hours or by leaving, and the code lets in again to what was saved", async () => {
    const code = await codeFor(district, here)
    const token = await opened(here, code)
    await form(token).paper({ orderNumber: "511" })
    expect(await form(token, secondsOn(7201)).paper()).toEqual(no("activation.gone"))
    expect(await form(token).leave()).toMatchObject({ ok: true })
    expect(await form(token).file()).toEqual(no("activation.gone"))
    const next = form(await opened(here, code))
    expect(await next.mine()).toMatchObject({ value: { order: { orderNumber: "511" } } })
    const nobody = { db: test().db, actor: visitor, now: orderStart, requestId: "test" }
    expect(await look(getMyActivation, nobody, { activation: "none" })).toEqual(no("activation.gone"))
  })

  it("twice at once is handed in once", async () => {
    const doing = await filled(await opened(here, await codeFor(district, here)), { orderNumber: "521" })
    const page = await doing.page()
    const both = await Promise.all([doing.submit(page), doing.submit(page)])
    expect(both.map((one) => (one.ok ? "" : one.refusal.code)).toSorted()).toEqual(["", "activation.gone"])
    const waiting = await test().owner`select 1 from cases where number = ${doing.request}`
    expect(waiting).toHaveLength(1)
  })

  it("is over for who fills it in when a newer code is issued, and what he had begun ends", async () => {
    const token = await opened(here, await codeFor(district, here))
    const doing = await filled(token, { orderNumber: "531" })
    await codeFor(province, here)
    expect(await doing.mine()).toEqual(no("activation.superseded"))
    expect(await doing.submit({ number: doing.request, unitCode: here, version: 3 })).toEqual(
      no("activation.superseded"),
    )
    expect(await row(doing.request)).toMatchObject({ state: "withdrawn" })
  })

  it("handed in while a newer code is issued: either it came first, or it ends", async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const token = await opened(here, await codeFor(district, here))
      const doing = await filled(token, { orderNumber: `54${turn}` })
      const page = await doing.page()
      const [sent, issued] = await Promise.all([doing.submit(page), issue(province, [here])])
      expect(issued).toMatchObject({ ok: true })
      expect(sent.ok ? "" : sent.refusal.code).toMatch(/^(?:activation\.superseded)?$/)
      expect((await row(doing.request)).state).toBe(sent.ok ? "submitted" : "withdrawn")
      expect(await live(here)).toHaveLength(1)
    }
  })

  it("is nobody's in the console: an office can look at the order, and no more", async () => {
    const doing = await filled(await opened(here, await codeFor(district, here)), { orderNumber: "551" })
    const there = steps.acts(district, here, doing.request)
    for (const act of [there.save, there.submit, there.withdraw, there.person])
      expect(await act()).toEqual(no("orders.by-code"))
  })
})

it("the register tells what became of each code, within one's reach", async () => {
  const desk = deskSteps(test)
  const auditor = await desk.officer("auditor")
  const after = secondsOn(activationLimits.codeLifetime + 10)
  const states = async (who: AccountActor, now = orderStart) => {
    const seen = await register(who, {}, now)
    return seen.ok ? new Set(seen.value.lines.map(({ state }) => state)) : seen
  }
  expect(await states(district)).toEqual(new Set(["issued", "used", "superseded"]))
  expect(await states(auditor)).toEqual(new Set(["issued", "used", "superseded"]))
  expect(await states(district, after)).toContain("expired")
  expect(await register(await admin("06360301"))).toEqual(no("not-found"))
  const elsewhere = await register(await admin("4001"))
  expect(elsewhere).toMatchObject({ ok: true, value: { total: 0 } })
  expect(await register(district, { state: "used" })).toMatchObject({
    value: { lines: expect.arrayContaining([expect.objectContaining({ order: expect.any(String) })]) },
  })
})
