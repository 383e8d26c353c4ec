import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type Actor, type DepartmentRole, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { changeSecondFactorStart } from "@/lib/signin/change-second-factor-start"
import { getSecondFactorStart } from "@/lib/signin/get-second-factor-start"
import { changeSupportContact } from "@/lib/support/change-support-contact"
import { getSupportContact } from "@/lib/support/get-support-contact"
import { getSupportContactSetting } from "@/lib/support/get-support-contact-setting"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
let accountId: string

beforeAll(async () => {
  accountId = (await makeAccount(test().db)).id
})

const holder = (...roles: DepartmentRole[]): Actor => ({
  kind: "account",
  accountId,
  sessionId: accountId,
  steppedUpAt: now,
  seats: [],
  roles,
})
const at = (actor: Actor = holder("administrator")) => ({ db: test().db, actor, now, requestId: "test" })

const day = (typed: string, version: number, confirmed = false) => {
  const [d = "", m = "", y = ""] = typed.split("/")
  return { version, day: d, month: m, year: y, confirmed }
}
const setDay = (typed: string, version: number, confirmed = false) =>
  execute(changeSecondFactorStart, at(), day(typed, version, confirmed))
const contact = (version: number, part: Record<string, string> = {}) =>
  execute(changeSupportContact, at(), {
    version,
    telephone: "",
    hoursTh: "",
    hoursEn: "",
    openChatUrl: "",
    ...part,
  })
const no = (code: string) => ({ ok: false, refusal: { code } })
const events = (action: string) => test().owner`
  select e.refusal, e.detail, e.subject_id = s.id as names_its_version from audit_events e
  left join settings s on s.id = e.subject_id where e.action = ${action} order by e.seq`

describe("the start of the second factor", () => {
  it("is shown as always asked while nobody has set it", async () => {
    expect(await look(getSecondFactorStart, at(), {})).toEqual({
      ok: true,
      value: { version: 0, from: undefined, isAsked: true, changes: [] },
    })
  })

  it("is no day of the calendar, too far, or lifted unconfirmed: refused, each in its own words", async () => {
    expect(await setDay("31/2/2570", 0)).toMatchObject({
      refusal: { code: "invalid", fields: { day: "dateWrong" } },
    })
    expect(await setDay("1/1/2671", 0, true)).toEqual(no("signin.second-factor-too-far"))
    expect(await setDay("1/1/2570", 0)).toEqual(no("signin.second-factor-confirm"))
    expect(await test().owner`select 1 from settings`).toHaveLength(0)
  })

  it("is set to a day in Bangkok, and the audit has what it was before and after", async () => {
    expect(await setDay("๑๕/๑/๒๕๗๐", 0, true)).toEqual({ ok: true, value: { version: 1 } })
    expect(await setDay("20/11/2569", 1)).toEqual({ ok: true, value: { version: 2 } })
    const [first, second] = ["2027-01-14T17:00:00.000Z", "2026-11-19T17:00:00.000Z"]
    const setting = "signin.second-factor-from"
    expect(await events("signin.change-second-factor-start")).toEqual([
      {
        refusal: null,
        detail: { setting, version: 1, before: null, after: first },
        names_its_version: true,
      },
      {
        refusal: null,
        detail: { setting, version: 2, before: first, after: second },
        names_its_version: true,
      },
    ])
    expect(await look(getSecondFactorStart, at(holder("auditor")), {})).toMatchObject({
      ok: true,
      value: {
        version: 2,
        from: new Date(second),
        isAsked: true,
        changes: [
          { version: 2, at: now, byTh: "ทดสอบ ระบบ", value: new Date(second) },
          { version: 1, at: now, byTh: "ทดสอบ ระบบ", value: new Date(first) },
        ],
      },
    })
  })

  it("is not changed by someone who saw an older version, nor to what it is", async () => {
    expect(await setDay("19/11/2569", 1)).toEqual(no("settings.stale"))
    expect(await setDay("19/11/2569", 7)).toEqual(no("settings.stale"))
    expect(await setDay("20/11/2569", 2)).toEqual(no("settings.unchanged"))
  })

  it("takes one of two changes at once, and tells the other so", async () => {
    const both = await Promise.all([setDay("18/11/2569", 2), setDay("17/11/2569", 2)])
    expect(both.map((one) => (one.ok ? "saved" : one.refusal.code)).toSorted()).toEqual([
      "saved",
      "settings.stale",
    ])
    expect(await test().owner`select 1 from settings where version = 3`).toHaveLength(1)
  })
})

describe("how the helpdesk is reached", () => {
  it("is set, shown to anyone, and taken away part by part", async () => {
    const all = {
      telephone: " 0 2000 0000 ",
      hoursTh: "จันทร์–ศุกร์",
      hoursEn: "Monday to Friday",
      openChatUrl: "https://line.me/ti/g2/example",
    }
    expect(await contact(0, all)).toEqual({ ok: true, value: { version: 1 } })
    expect(await look(getSupportContact, at(visitor), {})).toMatchObject({
      value: { telephone: "0 2000 0000", hours: { th: "จันทร์–ศุกร์" }, openChat: { url: all.openChatUrl } },
    })
    expect(await contact(1, { telephone: "1567" })).toEqual({ ok: true, value: { version: 2 } })
    expect(await look(getSupportContact, at(visitor), {})).toEqual({
      ok: true,
      value: { telephone: "1567", openChat: undefined },
    })
    expect(await look(getSupportContactSetting, at(), {})).toMatchObject({
      value: { version: 2, changes: [{ version: 2, value: { telephone: "1567" } }, { version: 1 }] },
    })
  })

  it("names in the audit the versions before and after, and holds nothing that was typed", async () => {
    const setting = "support.contact"
    expect(await events("support.change-contact")).toEqual([
      { refusal: null, detail: { setting, before: 0, after: 1 }, names_its_version: true },
      { refusal: null, detail: { setting, before: 1, after: 2 }, names_its_version: true },
    ])
  })

  it("names the field that is wrong", async () => {
    const fields = async (part: Record<string, string>) => {
      const answer = await contact(2, part)
      return answer.ok ? undefined : answer.refusal.fields
    }
    expect(await fields({ hoursTh: "จันทร์" })).toEqual({ hoursEn: "bothLanguages" })
    expect(await fields({ hoursEn: "Monday" })).toEqual({ hoursTh: "bothLanguages" })
    expect(await fields({ telephone: "1".repeat(81) })).toEqual({ telephone: "tooLong" })
    expect(await fields({ telephone: "1\u0000" })).toEqual({ telephone: "unreadable" })
    for (const openChatUrl of ["https://line.me.evil.example/x", "javascript:alert(1)//line.me", "line"]) {
      expect(await fields({ openChatUrl })).toEqual({ openChatUrl: "notLine" })
    }
  })

  it("is not changed by someone who saw an older version", async () => {
    expect(await contact(1, { telephone: "2" })).toEqual(no("settings.stale"))
  })
})

describe("a version of a setting", () => {
  it("cannot be changed or removed by the portal, nor is it shown to those without the power", async () => {
    const { db } = test()
    await expect(db.execute("update settings set value = '1'")).rejects.toThrow()
    await expect(db.execute("delete from settings")).rejects.toThrow()
    for (const actor of [visitor, holder("officer"), holder("systems"), holder("helpdesk")]) {
      expect(await look(getSecondFactorStart, at(actor), {})).toEqual(no("not-found"))
      expect(await look(getSupportContactSetting, at(actor), {})).toEqual(no("not-found"))
    }
  })
})
