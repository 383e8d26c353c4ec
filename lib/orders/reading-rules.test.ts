import { describe, expect, it } from "vitest"
import { page, paper, read, typed } from "@/db/testing/order-paper"
import type { PageText } from "@/lib/documents/list-words"
import { readOrder, type TypedOrder } from "./reading-rules"

const verdicts = ({ facts, people }: ReturnType<typeof readOrder>) => ({
  ...Object.fromEntries(Object.entries(facts).map(([name, { verdict }]) => [name, verdict])),
  ...Object.fromEntries(Object.entries(people).map(([id, { verdict }]) => [id, verdict])),
})
const all = (verdict: string) =>
  Object.fromEntries(
    ["unit", "issuer", "orderNumber", "orderDate", "signer", "first", "second"].map((name) => [
      name,
      verdict,
    ]),
  )

describe("a paper that says what was typed", () => {
  it("matches in every fact, each at its place", () => {
    const found = read(null)
    expect(verdicts(found)).toEqual(all("matches"))
    expect(found.facts.orderNumber).toEqual({
      verdict: "matches",
      found: "๑๒๓/๒๕๖๙",
      place: { documentId: "scan", page: 1, size: [1240, 1754], box: [400, 200, 1200, 350] },
    })
    expect([found.facts.orderDate?.found, found.facts.signer?.found, found.people.first?.found]).toEqual([
      "๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙",
      "นายสมศักดิ์ ตัวอย่าง",
      "นางสาวศิริพร แสนดี",
    ])
    // the person stands in the fifth line
    expect(found.people.first?.place?.box.slice(1)).toEqual([800, expect.any(Number), 950])
  })

  it("does so with one word for the two, whatever order its marks and digits are in", () => {
    const spellings = [
      paper.replaceAll("ำ", "ํา"),
      paper.replaceAll("น้ำ", "นํ้า"),
      paper.replaceAll("น้ำ", "น้ํา"),
      paper.replaceAll("ที่", "ท่ี"),
      paper.replaceAll("แ", "เเ"),
      paper.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50)),
      paper.replaceAll(" ", "   "),
      paper.replaceAll(" ", "\n"),
    ]
    for (const text of spellings)
      expect(verdicts(readOrder(typed, [page(text)], true)), text.slice(0, 60)).toEqual(all("matches"))
  })
})

describe("the number of an order", () => {
  const numberOf = (line: string, from?: PageText["from"], order?: TypedOrder) =>
    read(["ที่ ๑๒๓/๒๕๖๙", line], from, order).facts.orderNumber?.verdict

  it.each([
    "ที่ 123/2569",
    "ที่ ๐๑๒๓/๒๕๖๙",
    "ที่๑๒๓/๒๕๖๙",
    "ที่ ๑๒๓ / ๒๕๖๙",
    "ที่  ๑๒๓/๖๙",
    "คำสั่งที่ ๑๒๓/๒๕๖๙",
    "เลขที่ ๑๒๓/๒๕๖๙",
    "ที ๑๒๓/๒๕๖๙",
    "ท ๑๒๓/๒๕๖๙",
    "ที่ ๑ ๒ ๓/๒ ๕ ๖ ๙",
    "รับที่ ๙/๒๕๖๙\nที่ ๑๒๓/๒๕๖๙",
  ])("is the typed one as %s", (line) => {
    expect(numberOf(line)).toBe("matches")
  })

  it("ends with its line", () => {
    expect(numberOf("ที่ ๑๒๓/๒๕๖๙\n๑. เรื่องเดิม")).toBe("matches")
    expect(numberOf("ที่ ๑๒๓/๒๕๖๙ ๑ ฉบับ")).toBe("matches")
  })

  it.each(["ที่ ๑๒๔/๒๕๖๙", "ที่ ๑๒๓/๒๕๖๘", "ที่ ๑๑๒๓/๒๕๖๙", "ที่ ๑๒๓๐/๒๕๖๙"])("is another as %s", (line) => {
    expect(numberOf(line)).toBe("differs")
    expect(read(["ที่ ๑๒๓/๒๕๖๙", line]).facts.orderNumber?.found).toBe(line.slice(4))
  })

  it("is unsure where a digit of a picture may be mistaken, where it is written by hand, and where it stands elsewhere", () => {
    expect(numberOf("ที่ ๑๒๓/๒๕๒๐๕", "picture")).toBe("unsure")
    expect(numberOf("ที่ ๑๒๘/๒๕๖๙", "picture")).toBe("unsure")
    expect(numberOf("ที่ ๙๘๗/๒๕๕๑", "picture")).toBe("differs")
    const byHand = paper.replace("ที่ ๑๒๓/๒๕๖๙", "ที่ ......../........").replace("ตามคำสั่งที่ ๔๕/๒๕๖๐", "")
    expect(readOrder(typed, [page(byHand)], true).facts.orderNumber).toEqual({
      verdict: "unsure",
      found: null,
      place: null,
    })
    const cited = paper.replace("ที่ ๑๒๓/", "ที่ ๗/").replace("ที่ ๔๕/๒๕๖๐", "ที่ ๑๒๓/๒๕๖๙")
    expect(readOrder(typed, [page(cited)], true).facts.orderNumber?.verdict).toBe("unsure")
  })

  it("may be of an agency, with letters and a stroke of its own", () => {
    const order = { ...typed, orderNumber: "ชย 52001/45" }
    expect(numberOf("ที่ ชย ๕๒๐๐๑/๔๕", "layer", order)).toBe("matches")
    expect(numberOf("ที่ ชย๕๒๐๐๑/๔๕", "layer", order)).toBe("matches")
    expect(numberOf("ที่ ชย ๕๒๐๐๑/๔๖", "layer", order)).toBe("differs")
    expect(numberOf("ที่ มท ๐๘๐๘.๒/ว ๑๒", "layer", { ...typed, orderNumber: "มท 0808.2/ว 12" })).toBe("matches")
  })
})

describe("the day of an order", () => {
  const dayOf = (line: string, from?: PageText["from"]) =>
    read(["สั่ง ณ วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙", line], from).facts.orderDate?.verdict

  it.each([
    "สั่ง ณ วันที่ 21 พฤศจิกายน 2569",
    "สั่ง ณ วันที่ ๒๑ เดือน พฤศจิกายน พ.ศ. ๒๕๖๙",
    "สั่ง ณ วันที่ ๒๑ พฤศจิกายน พุทธศักราช ๒๕๖๙",
    "สั่ง ณ วันที่ ๒๑ พ.ย. ๒๕๖๙",
    "สั่ง ณ วันที่ ๒๑ พ.ย. ๖๙",
    "สั่ง ณ วันที่ ๒๑ พย ๖๙",
    "สั่ง ณ ๒๑/๑๑/๒๕๖๙",
    "สั่ง ณ วันที่ ๒๑-๑๑-๖๙",
    "สั่ง ณ วันที่ 21 พฤศจิกายน 2026",
    "สั่งณวันที่๒๑พฤศจิกายนพ.ศ.๒๕๖๙",
    "สง ณ วนท ๒๑ พฤศจกายน พ.ศ. ๒๕๖๙",
    "สั่ง ณ วันที ๒ ๑ พฤศจ ิ กายน พ.ศ. ๒๕๖๙",
    "๒๑ พฤศจิกายน ๒๕๖๙",
  ])("is the typed one as %s", (line) => {
    expect(dayOf(line)).toBe("matches")
  })

  it("is another where it is, whatever other days the paper names", () => {
    expect(dayOf("สั่ง ณ วันที่ ๒๐ พฤศจิกายน พ.ศ. ๒๕๖๙")).toBe("differs")
    expect(dayOf("สั่ง ณ วันที่ ๒๑ ตุลาคม พ.ศ. ๒๕๖๙")).toBe("differs")
    const begins = paper
      .replace("๑ ธันวาคม", "๒๑ พฤศจิกายน")
      .replace("วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙\n(", "วันที่ ๒ พ.ย. ๖๙\n(")
    expect(readOrder(typed, [page(begins)], true).facts.orderDate?.verdict).toBe("differs")
  })

  it("is unsure where it is written by hand, and where a digit of a picture may be mistaken", () => {
    expect(dayOf("สั่ง ณ วันที่ ....... พ.ศ. ๒๕๖๙")).toBe("unsure")
    expect(dayOf("สั่ง ณ วันที่ ๒๗ พฤศจิกายน พ.ศ. ๒๕๖๙", "picture")).toBe("unsure")
    expect(dayOf("สั่ง ณ วันที่ ๑๕ พฤศจิกาย น ๒๕๒๓๑", "picture")).toBe("unsure")
    expect(dayOf("สั่ง ณ วันที่ ๑๕ มกราคม ๒๕๒๓๑", "picture")).toBe("unsure")
    expect(dayOf("สั่ง ณ วันที่ ๒๑ มกราคม ๒๕๖๙", "picture")).toBe("differs")
    expect(dayOf("สั่ง ณ วันที่ ๓๑ กุมภาพันธ์ พ.ศ. ๒๕๖๙")).toBe("unsure")
  })

  it("is known in every month, written out and short", () => {
    const months =
      "มกราคม ม.ค. กุมภาพันธ์ ก.พ. มีนาคม มี.ค. เมษายน เม.ย. พฤษภาคม พ.ค. มิถุนายน มิ.ย. กรกฎาคม ก.ค. สิงหาคม ส.ค. กันยายน ก.ย. ตุลาคม ต.ค. พฤศจิกายน พ.ย. ธันวาคม ธ.ค."
    months.split(" ").forEach((month, at) => {
      const orderDate = `2026-${String(Math.floor(at / 2) + 1).padStart(2, "0")}-09`
      const { facts } = readOrder({ ...typed, orderDate }, [page(`สั่ง ณ วันที่ ๙ ${month} ๒๕๖๙`)], true)
      expect([month, facts.orderDate?.verdict]).toEqual([month, "matches"])
    })
  })
})
