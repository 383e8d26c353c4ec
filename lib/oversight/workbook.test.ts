import { expect, it } from "vitest"
import { readWorkbook } from "@/db/factories/read-workbook"
import { assistedSteps, here, no, start } from "@/db/testing/assisted-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getOversightWorkbook } from "./get-oversight-workbook"
import { refreshCoverage } from "./refresh-coverage"

const test = useTestDatabase()
const { admin, by } = assistedSteps(test)

const asked = (actor: AccountActor, officeCode: string, locale?: string) =>
  look(getOversightWorkbook, by(actor, start), { officeCode, ...(locale && { locale }) })

/** The rows of each sheet, by its name. */
async function sheetsOf(actor: AccountActor, officeCode: string, locale?: string) {
  const answer = await asked(actor, officeCode, locale)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return readWorkbook(answer.value.bytes)
}

it("holds the same figures as the page, in four sheets, for those above alone", async () => {
  const province = await admin("36")
  await admin(here)
  await refreshCoverage(test().db, start)
  const book = await sheetsOf(province, "36")
  expect(Object.keys(book)).toEqual(["ตัวเลขรวม", "รายสำนักงานและหน่วยงาน", "หน่วยงานที่ควรติดตาม", "อปท. ทั้งหมด"])
  expect(book.ตัวเลขรวม?.slice(1, 4)).toEqual([
    ["หน่วยงานทั้งหมด", 6],
    ["มี SSO Admin", 1],
    ["ยังไม่มี SSO Admin", 5],
  ])
  expect(book.รายสำนักงานและหน่วยงาน?.slice(1).map(([code, , units]) => [code, units])).toEqual([
    ["02360101", undefined],
    ["3602", 2],
    ["3603", 1],
  ])
  const units = book["อปท. ทั้งหมด"]?.slice(1) ?? []
  expect(units.map(([code]) => code)).toContain(here)
  expect(units.every(([code]) => String(code).length === 8)).toBe(true)
  expect(units.find(([code]) => code === here)).toMatchObject({ 5: 1 })
  const english = await sheetsOf(await admin("00", ["auditor"], false), "00", "en")
  // the test's units have Thai names alone; every other word is English
  const said = Object.values(english).flat(2).join(" ").replaceAll("หน่วยงานทดสอบ", "")
  expect(said).not.toMatch(/[ก-๙]/)
  for (const [actor, code] of [
    [province, "40"],
    [await admin("3603"), "3602"],
    [await admin(here), here],
  ] as const)
    expect(await asked(actor, code)).toEqual(no("not-found"))
})
