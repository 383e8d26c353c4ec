import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { page, paper, read, typed } from "@/db/testing/order-paper"
import type { PageText } from "@/lib/documents/list-words"
import { readOrder } from "./reading-rules"

describe("a person", () => {
  const line = "๑. นางสาวศิริพร  แสนดี ตำแหน่ง"
  const personOf = (to: string, from?: PageText["from"]) => read([line, to], from).people.first?.verdict
  const secondOf = (to: string) => read(["ว่าที่ร้อยตรีปราณี น้ำใจงาม", to]).people.second?.verdict

  it.each([
    "๑. นางสาว ศิริพร แสนดี ตำแหน่ง",
    "๑. น.ส.ศิริพร แสนดี ตำแหน่ง",
    "๑. น.ส. ศิริพร แสนดี ตำแหน่ง",
    "๑.นางสาวศิริพรแสนดีตำแหน่ง",
    "๑ ศิริพร แสนดี ตำแหน่ง",
    "นางสาวศิริพร\nแสนดี\nตำแหน่ง",
  ])("is the typed one as %s", (to) => {
    expect(personOf(to)).toBe("matches")
  })

  it.each(["ว่าที่ ร.ต. ปราณี น้ำใจงาม", "ว่าที่ร.ต.ปราณี น้ำใจงาม", "ว่าที่ ร้อยตรี ปราณี น้ำใจงาม"])(
    "has his rank as %s",
    (to) => {
      expect(secondOf(to)).toBe("matches")
    },
  )

  it("is unsure with another title, with lost marks, and within a longer name", () => {
    expect(personOf("๑. นางศิริพร แสนดี ตำแหน่ง")).toBe("unsure")
    expect(personOf("๑. นายศิริพร แสนดี ตำแหน่ง")).toBe("unsure")
    expect(secondOf("ร้อยตรีปราณี น้ำใจงาม")).toBe("unsure")
    expect(personOf("๑. นางสาวศรพร แสนด ตำแหน่ง")).toBe("unsure")
    expect(personOf("๑. นางสาวศิริพร แสนดีเลิศ ตำแหน่ง")).toBe("unsure")
    expect(personOf("๑. นางสาวศิรพิร แสนดี ตำแหน่ง")).toBe("unsure")
  })

  it("is another with other letters, and led to; a picture's letters may be mistaken", () => {
    expect(personOf("๑. นางสาวศิริพร แสนศรี ตำแหน่ง")).toBe("differs")
    expect(read([line, "๑. นางสาวศิริพร แสนศรี ตำแหน่ง"]).people.first?.found).toBe("นางสาวศิริพร แสนศรี")
    expect(personOf("๑. นางสาวศิริผร แสนดี ตำแหน่ง", "picture")).toBe("unsure")
    expect(personOf("๑. นายกิตติ ทวีทรัพย์ ตำแหน่ง")).toBe("differs")
    expect(personOf("๑. นายกิตติ ทวีทรัพย์ ตำแหน่ง", "picture")).toBe("unsure")
  })

  it("that is not there is not said to be missing where some page could not be read", () => {
    const text = paper.replace(line, "๑. นายกิตติ ทวีทรัพย์ ตำแหน่ง")
    expect(readOrder(typed, [page(text)], false).people.first?.verdict).toBe("unsure")
  })
})

describe("who signed", () => {
  const signerOf = (to: string, from?: PageText["from"]) => read(["(นายสมศักดิ์ ตัวอย่าง)", to], from).facts.signer

  it("is read in its brackets, is another there, and unsure where there are none", () => {
    expect(signerOf("( นายสมศักดิ์   ตัวอย่าง )")?.verdict).toBe("matches")
    expect(signerOf("(นางมานะ อดทน)")).toMatchObject({ verdict: "differs", found: "(นางมานะ อดทน)" })
    expect(signerOf("(นางมานะ อดทน)", "picture")?.verdict).toBe("unsure")
    expect(signerOf("ลายมือชื่อ")).toEqual({ verdict: "unsure", found: null, place: null })
  })
})

describe("a unit", () => {
  const unit = "องค์การบริหารส่วนตำบลภูแลนคา"
  const issuerOf = (heading: string, from?: PageText["from"]) =>
    read([`คำสั่ง${unit}`, heading], from).facts.issuer

  it.each([
    "คำสั่งอบต.ภูแลนคา",
    "คำสั่ง อบต. ภูแลนคา",
    "คำสั่งองค์การบริหารส่วนตำบล ภูแลนคา",
    "คําสั่งองค์การบริหารส่วนตําบลภูแลนคา",
  ])("issued it as %s", (heading) => {
    expect(issuerOf(heading)?.verdict).toBe("matches")
  })

  it("is another where the heading names another, even if the typed one stands below", () => {
    expect(issuerOf("คำสั่งองค์การบริหารส่วนตำบลบ้านกอก")).toMatchObject({
      verdict: "differs",
      found: "องค์การบริหารส่วนตำบลบ้านกอก",
    })
    expect(issuerOf("คำสั่งเทศบาลตำบลภูแลนคา")?.verdict).toBe("differs")
    expect(read([`คำสั่ง${unit}`, "คำสั่งเทศบาลตำบลภูแลนคา"]).facts.unit?.verdict).toBe("matches")
  })

  it("is unsure where a picture has lost some of it, and where it does not stand", () => {
    const lost = "คา สง องคการบรหารส วนตาบลภแลนคา"
    expect(issuerOf(lost, "picture")?.verdict).toBe("unsure")
    const elsewhere = paper.replaceAll("ภูแลนคา", "บ้านกอก")
    expect(readOrder(typed, [page(elsewhere)], true).facts.unit?.verdict).toBe("unsure")
    const longer = paper.replaceAll("ภูแลนคา", "ภูแลนคาใต้")
    expect(readOrder(typed, [page(longer)], true).facts).toMatchObject({
      unit: { verdict: "unsure" },
      issuer: { verdict: "differs" },
    })
  })

  it("has a short name of every kind", () => {
    for (const [name, short] of [
      ["เทศบาลตำบลเทพสถิต", "ทต.เทพสถิต"],
      ["เทศบาลเมืองชัยภูมิ", "ทม. ชัยภูมิ"],
      ["เทศบาลนครนครราชสีมา", "ทน.นครราชสีมา"],
      ["องค์การบริหารส่วนจังหวัดชัยภูมิ", "อบจ.ชัยภูมิ"],
    ] as const) {
      const order = { ...typed, unit: name, issuer: name }
      expect([name, readOrder(order, [page(`คำสั่ง${short}\nที่ ๑/๒๕๖๙`)], true).facts.issuer?.verdict]).toEqual([
        name,
        "matches",
      ])
    }
  })
})

describe("any text at all", () => {
  it("is compared without failing, in little time, and places lie within the page", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const { facts, people } = readOrder(typed, [page(text.replaceAll("\n", " "))], true)
        for (const one of [...Object.values(facts), ...Object.values(people)]) {
          expect(["matches", "unsure", "differs"]).toContain(one.verdict)
          for (const side of one.place?.box ?? []) expect(Number.isInteger(side)).toBe(true)
        }
      }),
      { seed: 20261121, numRuns: 200 },
    )
    const crowd = Array.from({ length: 12 }, () => page("นางสาวศิริพ ๑/".repeat(600)))
    const people = Array.from({ length: 30 }, (_, at) => ({
      id: String(at),
      titleTh: "นาย",
      givenNameTh: "ก".repeat(60),
      familyNameTh: "ข".repeat(60),
    }))
    const start = performance.now()
    readOrder({ ...typed, people }, crowd, true)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
