import { expect } from "vitest"
import type { PageText } from "@/lib/documents/list-words"
import { readOrder, type TypedOrder } from "@/lib/orders/reading-rules"
import { cutWords } from "@/lib/storage/reader/cut-words"

/** An order as somebody typed it. */
export const typed: TypedOrder = {
  orderNumber: "123",
  orderYearBe: 2569,
  orderDate: "2026-11-21",
  signerName: "นายสมศักดิ์ ตัวอย่าง",
  unit: "องค์การบริหารส่วนตำบลภูแลนคา",
  issuer: "องค์การบริหารส่วนตำบลภูแลนคา",
  people: [
    { id: "first", titleTh: "นางสาว", givenNameTh: "ศิริพร", familyNameTh: "แสนดี" },
    { id: "second", titleTh: "ว่าที่ร้อยตรี", givenNameTh: "ปราณี", familyNameTh: "น้ำใจงาม" },
  ],
}

/** A page as a reader gives it: each letter in a box of its own, ten letters' heights a line. */
export function page(text: string, from: PageText["from"] = "layer"): PageText {
  const glyphs = text.split("\n").flatMap((line, nth) => [
    ...[...line].map((letter, at) => ({
      text: letter,
      left: at * 100,
      right: at * 100 + 100,
      top: nth * 200,
      bottom: nth * 200 + 150,
    })),
    { text: "\n", left: 0, right: 0, top: 0, bottom: 0 },
  ])
  return { documentId: "scan", page: 1, from, width: 1240, height: 1754, words: cutWords(glyphs) }
}

/** Its paper, which says the same. */
export const paper = `คำสั่งองค์การบริหารส่วนตำบลภูแลนคา
ที่ ๑๒๓/๒๕๖๙
เรื่อง แต่งตั้งผู้ดูแลระบบยืนยันตัวตน (SSO Admin)
ด้วยองค์การบริหารส่วนตำบลภูแลนคา จำเป็นต้องมีผู้ดูแลระบบ ตามคำสั่งที่ ๔๕/๒๕๖๐ ลงวันที่ ๑ มกราคม ๒๕๖๐
๑. นางสาวศิริพร  แสนดี ตำแหน่ง ปลัดองค์การบริหารส่วนตำบล
๒. ว่าที่ร้อยตรีปราณี น้ำใจงาม ตำแหน่ง นักวิชาการคอมพิวเตอร์
ทั้งนี้ ตั้งแต่วันที่ ๑ ธันวาคม พ.ศ. ๒๕๖๙ เป็นต้นไป
สั่ง ณ วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙
(นายสมศักดิ์ ตัวอย่าง)
นายกองค์การบริหารส่วนตำบลภูแลนคา`

/** What is read of a paper whose one line was put otherwise. */
export function read(
  change: readonly [from: string | RegExp, to: string] | null,
  from?: PageText["from"],
  order = typed,
) {
  const text = change ? paper.replace(change[0], change[1]) : paper
  if (change) expect(text).not.toBe(paper)
  return readOrder(order, [page(text, from)], from !== "picture")
}
