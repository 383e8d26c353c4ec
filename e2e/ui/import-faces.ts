import { expect } from "@playwright/test"
import { workbook } from "../../db/factories/workbook"
import { leadsTo } from "../support/sign-in"
import type { Face, Stage } from "./faces"

const reader = "somchai.s"
const needed = ["เลขประจำตัวประชาชน", "คำนำหน้า", "ชื่อ", "นามสกุล", "ตำแหน่ง"]
const headings = [...needed, "ประเภทบุคลากร", "อีเมล", "เลขที่คำสั่งหรือหนังสือ"]
const kind = "ข้าราชการหรือพนักงานส่วนท้องถิ่น"

/** A workbook that was judged: one row that could be brought in, and one with faults. */
async function judged({ context: { request } }: Stage): Promise<string> {
  const right = [
    "1999912345675",
    "นาย",
    "นำเข้า",
    "ทดสอบ",
    "เจ้าพนักงานธุรการ",
    kind,
    "new@bulk.example",
    "ที่ ๑/๒๕๖๙",
  ]
  const wrong = [1.23e12, "นาง", "", "ทดสอบ", "เจ้าพนักงานธุรการ", "อื่น", "ไม่ใช่อีเมล", ""]
  const buffer = await workbook("ผู้ใช้งาน", [headings, right, wrong])
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  const multipart = { unitCode: "06360207", file: { name: "users.xlsx", mimeType, buffer } }
  const sent = await request.post("/api/unit/import", { multipart, maxRedirects: 0 })
  const at = leadsTo(sent) ?? ""
  expect(at).toMatch(/^\/unit\/06360207\/import\/[0-9a-f-]{36}$/)
  return at
}

/** Faces of bringing users in by a workbook, to the SSO Admin of a unit. */
export const importFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]/import": [{ at: "/unit/06360207/import", reader }],
  "/unit/[code]/import/[batch]": [{ at: "", reader, before: judged }],
}
