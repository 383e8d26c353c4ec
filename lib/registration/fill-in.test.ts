import { describe, expect, it } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { later, no, start, useRegistrationTest } from "@/db/testing/use-registration-test"
import { execute } from "@/lib/kernel/execute"
import { addDocument } from "./add-document"
import { dropDocument } from "./drop-document"
import { savePerson } from "./save-person"
import { saveUnit } from "./save-unit"
import { startRegistration } from "./start-registration"

const test = useRegistrationTest()
const { at, begin, idOf, own, person, unit, email, confirm, submit, filled, sent, codeTo, mailed, row } = test
const begun = async (now: Date) => {
  const registration = await begin(now)
  return { registration, id: await idOf(now) }
}

describe("a request", () => {
  it("is filled in page by page and sent, with a secret told once and a mail that it arrived", async () => {
    const made = await sent({}, later(1))
    expect(made.number).toMatch(/^R-\d{4}-\d{4}$/)
    expect(made.secret).toHaveLength(12)
    expect(await row(made.id)).toMatchObject({ state: "submitted", case_state: "waiting", page: 5 })
    expect((await mailed(made.email))[0]).toMatchObject({ template: "registration-received" })
    const events = await test.database().owner`
      select action from audit_events where subject_id = ${made.id} order by seq`
    expect(events.map(({ action }) => action.replace("registration.", ""))).toEqual([
      "start",
      "save-person",
      "save-unit",
      "set-email",
      "confirm-email",
      "submit",
    ])
  })

  it("keeps the number sealed, and the telephone in digits that can be dialled", async () => {
    const nationalId = inventedNationalId()
    const { id } = await filled({ nationalId }, later(2))
    const kept = await row(id)
    expect(JSON.stringify(kept)).not.toContain(nationalId)
    expect(kept?.telephone).toBe("044 000 000")
  })

  it("is begun with the privacy notice of today alone, and not without end from one address", async () => {
    const input = { isRead: true, locale: "th", address: "192.0.2.9" }
    expect(await execute(startRegistration, at(start), { ...input, privacyVersion: 0 })).toEqual(
      no("registration.privacy-changed"),
    )
    expect(
      await execute(startRegistration, at(start), { ...input, privacyVersion: 1, isRead: false }),
    ).toMatchObject({ refusal: { fields: { isRead: "privacyUnread" } } })
    const go = () => execute(startRegistration, at(start), { ...input, privacyVersion: 1 })
    for (let nth = 0; nth < 60; nth += 1) expect((await go()).ok).toBe(true)
    expect(await go()).toMatchObject(no("registration.too-many"))
  })

  it("is not found by a browser that has none, is over after thirty days, and closed once it was sent", async () => {
    expect(await execute(savePerson, at(start), { registration: "none", version: 1 })).toEqual(
      no("registration.gone"),
    )
    const late = await begun(later(3))
    const monthLater = new Date(later(3).getTime() + 30 * 24 * 60 * 60 * 1000)
    expect(await person(late.registration, late.id, {}, monthLater)).toEqual(no("registration.expired"))
    const made = await sent({}, later(4))
    expect(await person(made.registration, made.id)).toEqual(no("registration.closed"))
    expect(await submit(made.registration, made.id)).toEqual(no("registration.closed"))
  })

  it("is saved by one of two tabs", async () => {
    const { registration, id } = await begun(later(5))
    const stale = await own(registration, id)
    const names = { titleTh: "นาง", givenNameTh: "ปราณี", familyNameTh: "ใจดี" }
    const save = () =>
      execute(savePerson, at(start), { ...stale, ...names, nationalId: inventedNationalId() })
    const saves = await Promise.all([save(), save()])
    expect(saves.map((one) => one.ok).toSorted()).toEqual([false, true])
    expect(await execute(saveUnit, at(start), { ...stale })).toEqual(no("registration.stale"))
  })

  it("is sent by one of two clicks", async () => {
    const { registration, id } = await filled({}, later(6))
    const clicks = await Promise.all([submit(registration, id), submit(registration, id)])
    expect(clicks.map((one) => one.ok).toSorted()).toEqual([false, true])
    expect((await row(id))?.case_version).toBe(1)
  })

  it("is not sent while something is missing", async () => {
    const { registration, id } = await begun(later(7))
    expect(await submit(registration, id)).toEqual(no("registration.incomplete"))
    await person(registration, id)
    await unit(registration, id)
    expect(await submit(registration, id)).toEqual(no("registration.incomplete"))
  })
})

describe("the files", () => {
  it("are wanted: one that is accepted, and none that is being looked at", async () => {
    const { registration, id } = await filled({}, later(8))
    const set = (state: string) =>
      test.database().owner`update documents set state = ${state} where holder_id = ${id}`
    await set("refused")
    expect(await submit(registration, id)).toEqual(no("registration.no-document"))
    await set("ready")
    await test.evidence(id, "checking")
    expect(await submit(registration, id)).toEqual(no("registration.documents-checking"))
    await set("waiting-for-scan")
    expect(await submit(registration, id)).toEqual(no("registration.documents-waiting"))
    const file = { registration, fileName: "คำสั่ง.pdf", sizeBytes: 10 }
    const begun = await execute(addDocument, at(start), file)
    if (!begun.ok) throw new Error(JSON.stringify(begun))
    const drop = () => execute(dropDocument, at(start), { registration, documentId: begun.value.id })
    expect((await drop()).ok).toBe(true)
    expect(await drop()).toEqual(no("not-found"))
    const other = await filled({}, later(9))
    const foreign = { registration: other.registration, documentId: begun.value.id }
    expect(await execute(dropDocument, at(start), foreign)).toEqual(no("not-found"))
    await set("ready")
    await submit(registration, id)
    expect(await execute(addDocument, at(start), file)).toEqual(no("registration.closed"))
  })
})

describe("the unit", () => {
  it("has to be one, and who is no permanent staff of it says why", async () => {
    const { registration, id } = await begun(later(10))
    expect(await unit(registration, id, { unit: "99999999" })).toEqual(no("registration.unit-unknown"))
    expect(await unit(registration, id, { staffKind: "employee" })).toEqual(no("registration.reason-missing"))
    expect((await unit(registration, id, { staffKind: "employee", staffReason: "ได้รับมอบหมาย" })).ok).toBe(
      true,
    )
    expect(await unit(registration, id, { unit: "36" })).toEqual(no("registration.reason-missing"))
    expect((await unit(registration, id, { unit: "36", staffKind: "department" })).ok).toBe(true)
    expect((await row(id))?.staff_reason).toBe("")
  })
})

describe("the address", () => {
  it("takes five guesses, each told, then no right code either", async () => {
    const { registration, id } = await begun(later(20))
    await email(registration, id, "guess@test.example")
    const code = await codeTo("guess@test.example")
    const wrong = code === "000000" ? "111111" : "000000"
    expect(await confirm(registration, "12345")).toEqual(no("invalid"))
    for (const left of [4, 3, 2, 1])
      expect(await confirm(registration, wrong)).toEqual(no("registration.code-wrong", { left }))
    expect(await confirm(registration, wrong)).toEqual(no("registration.code-gone"))
    expect(await confirm(registration, code)).toEqual(no("registration.code-gone"))
  })

  it("is not confirmed by the code of another request, an older one, or after ten minutes", async () => {
    const [one, other] = [await begun(later(21)), await begun(later(22))]
    await email(one.registration, one.id, "one@test.example")
    await email(other.registration, other.id, "other@test.example")
    const [first, foreign] = [await codeTo("one@test.example"), await codeTo("other@test.example")]
    if (first !== foreign) expect((await confirm(one.registration, foreign)).ok).toBe(false)
    await email(one.registration, one.id, "one@test.example", later(30))
    const second = await codeTo("one@test.example")
    if (first !== second) expect((await confirm(one.registration, first, later(31))).ok).toBe(false)
    expect(await confirm(one.registration, second, later(30 + 600))).toEqual(no("registration.code-gone"))
    expect((await confirm(one.registration, second, later(629))).ok).toBe(true)
    expect(await confirm(one.registration, second, later(630))).toEqual(no("registration.code-gone"))
  })

  it("gets five codes an hour, through however many requests", async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      const { registration, id } = await begun(later(40 + nth))
      expect((await email(registration, id, "Flood@test.example")).ok).toBe(true)
    }
    const { registration, id } = await begun(later(50))
    expect(await email(registration, id, "flood@test.example")).toMatchObject(
      no("registration.too-many-codes"),
    )
  })
})

describe("who has an account already", () => {
  it("gets the same answers, and a mail at the address that is known", async () => {
    const known = await makeAccount(test.database().db)
    const made = await sent({ nationalId: known.nationalId }, later(60))
    const fresh = await sent({}, later(61))
    expect(Object.keys(made)).toEqual(Object.keys(fresh))
    expect((await mailed(known.email ?? "")).map(({ template }) => template)).toEqual(["registration-known"])
    const [counted] = await test.database().owner`
      select count(*)::int as n from outbox_mails where template = 'registration-known'`
    // written for everybody, so that the work is the same
    expect(counted?.n).toBeGreaterThan(1)
  })
})
