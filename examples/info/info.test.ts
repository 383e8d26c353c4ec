import { describe, expect, it } from "vitest"
import { InfoBrowser } from "@/db/testing/info-browser"
import { useInfoStage } from "@/db/testing/info-stage"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { countFields } from "./figures"
import { prepareDatabase } from "./prepare-database"
import { readSettings } from "./settings"
import { startInfo } from "./start-info"

const test = useTestDatabase()
const { stage, made, official, signIn } = useInfoStage(test, {
  prepare: prepareDatabase,
  read: (env) => {
    const read = readSettings(env)
    if ("problems" in read) throw new Error(read.problems.join())
    return { ...read }
  },
  start: startInfo,
})
const report = "/reports/2570-1/06360207"

const figures = Object.fromEntries(
  countFields.map((field) => [field, /-[123]$/.test(field) && !/level/.test(field) ? "๒" : "0"]),
)
const sound = { ...figures, total: "๔๘", "on-time": "40", "other-name": "งานสาธารณภัย", remark: "" }

describe("INFO", () => {
  it("shows its front door with the dates, and sends everywhere else to the portal to sign in", async () => {
    const here = new InfoBrowser(made.origin)
    const door = await here.ask("/")
    expect(door.text).toContain("๓๐ ธันวาคม ๒๕๖๙")
    expect(door.text).toContain("ถือว่าวันนี้เป็นวันที่ ๑๐ ธันวาคม ๒๕๖๙")
    expect(door.headers.get("content-security-policy")).toContain("default-src 'none'")
    expect((await here.ask(report)).location).toBe(`/sign-in?to=${encodeURIComponent(report)}`)
    expect((await here.ask("/sign-in")).location).toContain(`${stage.origin}/oidc/auth?`)
  })

  it("takes in whom the portal lets in, with unit and roles, and leads him to his work", async () => {
    const { here, arrived, callback } = await signIn(await official("06360207", "recorder"))
    expect(arrived).toMatchObject({ status: 303, location: "/" })
    expect((await here.ask("/")).location).toBe(report)
    expect((await here.ask(report)).text).toContain("บันทึกและตรวจก่อนส่ง")
    // the code was used, the attempt is over
    expect((await here.ask(callback)).status).toBe(400)
    const kept = await test().owner`select s::text as row from info.sessions s`
    for (const value of here.cookies.values()) expect(kept.map(({ row }) => row).join()).not.toContain(value)
  })

  it("takes nobody in by a way that another browser began", async () => {
    const { callback } = await signIn(await official("06360207", "recorder"))
    const answer = await new InfoBrowser(made.origin).ask(callback)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain("เริ่มใหม่")
  })

  it("says plainly that the portal let somebody in nowhere, and where he learns why", async () => {
    const { arrived } = await signIn(await official("06360207"))
    expect(arrived.status).toBe(403)
    expect(arrived.text).toContain(`${stage.origin}/why?system=INFO`)
  })

  it("keeps the whole way of a report, from hand to hand", async () => {
    const { here: unit } = await signIn(await official("06360207", "recorder"))
    const { here: province } = await signIn(await official("36", "certifier"))
    const save = (version: number, more: object = {}) =>
      unit.ask(`${report}/save`, { form: { ...sound, next: "check", version: String(version), ...more } })
    const wrong = await save(0, { total: "47", "tax-1": "-1" })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#tax-1"')
    expect(wrong.text).toContain('value="47"')
    const unsound = await save(0, { total: "47" })
    expect(unsound.text).toContain("รวมได้ ๔๘ เรื่อง")
    expect((await save(0)).status).toBe(409)
    expect(await save(1)).toMatchObject({ status: 303, location: `${report}/check` })
    expect((await unit.ask(`${report}/check`)).text).toContain("ส่งรายงานให้จังหวัด")
    const act = (who: InfoBrowser, name: string, version: number, more: object = {}) =>
      who.ask(`${report}/${name}`, { form: { version: String(version), ...more } })
    // a draft is the unit's own
    expect((await province.ask(report)).text).not.toContain("งานสาธารณภัย")
    expect((await act(province, "certify", 2)).status).toBe(403)
    expect((await act(unit, "submit", 2)).location).toBe(`${report}?done=submit`)
    expect((await act(province, "return", 3)).text).toContain("กรอกเหตุผล")
    expect((await act(province, "return", 3, { reason: "ตัวเลขภาษีไม่ตรง" })).status).toBe(303)
    expect((await unit.ask(report)).text).toContain("ตัวเลขภาษีไม่ตรง")
    expect((await save(4)).status).toBe(303)
    expect((await act(unit, "submit", 5)).status).toBe(303)
    // of two certifiers at the same moment one is too late
    const both = await Promise.all([act(province, "certify", 6), act(province, "certify", 6)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect((await save(7)).status).toBe(403)
    expect((await act(province, "take-back", 7)).status).toBe(422)
    expect((await act(province, "take-back", 7, { reason: "พบว่าซ้ำ" })).status).toBe(303)
    expect((await act(province, "certify", 8)).status).toBe(303)
    const list = await province.ask("/provinces/2570-1/36?state=certified")
    expect(list.text).toContain("รับรองแล้ว ๑ จาก")
    expect((await province.ask("/provinces/2570-1/36/file.csv")).text).toContain("06360207,")
    const history = await test().owner`select act from info.report_events order by id`
    const acts = "save save submit return save submit certify take-back certify".split(" ")
    expect(history.map(({ act: name }) => name)).toEqual(acts)
  })

  it("shows and gives a report to nobody of elsewhere", async () => {
    const { here: other } = await signIn(await official("06360301", "recorder"))
    const { here: elsewhere } = await signIn(await official("40", "certifier"))
    for (const one of [other, elsewhere]) {
      expect((await one.ask(report)).status).toBe(403)
      expect((await one.ask(`${report}/print`)).status).toBe(403)
      expect((await one.ask("/provinces/2570-1/36")).status).toBe(403)
      expect((await one.ask("/provinces/2570-1/36/file.csv")).status).toBe(403)
      expect((await one.ask("/country/2570-1")).status).toBe(403)
      for (const act of ["save", "submit", "certify", "return", "take-back"]) {
        const answer = await one.ask(`${report}/${act}`, { form: { ...sound, version: "9", reason: "ก" } })
        expect(answer.status, act).toBe(403)
      }
    }
  })

  it("refuses what is out of its period with the dates", async () => {
    const { here } = await signIn(await official("06360207", "recorder"))
    const on = async (day: string, path = "/reports/2570-2/06360207/save") => {
      Object.assign(made.settings, { today: day })
      const { status, text } = await here.ask(path, { form: { ...sound, version: "0" } })
      Object.assign(made.settings, { today: "2026-12-10" })
      return { status, text }
    }
    expect(await on("2027-02-28")).toMatchObject({
      status: 403,
      text: expect.stringContaining("เปิดวันที่ ๑ มีนาคม ๒๕๗๐ หน่วยงานบันทึกได้ถึงวันที่ ๓๐ มีนาคม ๒๕๗๐"),
    })
    expect((await on("2027-03-30")).status).toBe(303)
    expect((await on("2027-03-31")).text).toContain("จังหวัดรับรองได้ถึงวันที่ ๑๕ เมษายน ๒๕๗๐")
    expect((await on("2027-04-16")).text).toContain("ปิดรอบแล้ว")
  })
})
