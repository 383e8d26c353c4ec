import { sarabun } from "@/db/factories/sarabun"
import { type TextLine, textPdf } from "@/db/factories/text-pdf"
import { formatDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import { orderText } from "@/lib/orders/order-text"

/** What stands on the paper of an invented order. */
export type Paper = {
  readonly unit: string
  readonly number: string
  readonly date: Date
  readonly from: Date
  readonly people: readonly { readonly name: string; readonly post: string }[]
  readonly signer: string
  readonly signerPost: string
}

const [left, width, size, lineHeight] = [85, 440, 15, 25]

/** An order as an office types it and keeps it as a PDF: a form of the regulation on correspondence, in Thai digits. */
export function orderPaper(paper: Paper): Buffer {
  const { unit, people, signer, signerPost } = paper
  const text = orderText({ kind: "appoint", unit, issuer: unit, revoked: null })
  const lines: TextLine[] = []
  let top = 100
  const put = (said: string, more: Partial<TextLine> = {}) => {
    lines.push({ text: said, top, size, ...more })
    top += lineHeight
  }
  const paragraph = (said: string) => {
    wrapped(said).forEach((line, at) => {
      put(line, { left: at === 0 ? left + indent : left })
    })
  }
  put(text.heading, { size: 20 })
  put(`ที่ ${digits(paper.number, "th")}`)
  put(`เรื่อง ${text.subject}`)
  put(text.ofUnit)
  top += lineHeight
  for (const said of text.paragraphs) paragraph(said)
  paragraph(text.people ?? "")
  people.forEach(({ name, post }, at) => {
    put(`${digits(at + 1, "th")}. ${name} ตำแหน่ง ${post}`, { left: left + indent })
  })
  paragraph(`${text.after} ตั้งแต่วันที่ ${formatDate(paper.from, "th")} เป็นต้นไป`)
  top += lineHeight
  put(`สั่ง ณ วันที่ ${formatDate(paper.date, "th")}`, { left: left + 160 })
  top += lineHeight * 2
  for (const said of [`(${signer})`, signerPost]) put(said, { left: 380 - across(said) / 2 })
  return textPdf([lines])
}

const indent = 60
const segmenter = new Intl.Segmenter("th", { granularity: "word" })

/** Breaks a paragraph between words into lines that fit, the first of them indented. */
function wrapped(text: string): string[] {
  const lines = [""]
  for (const { segment } of segmenter.segment(text)) {
    const last = lines.at(-1) ?? ""
    const room = lines.length === 1 ? width - indent : width
    if (across(last + segment) <= room) lines[lines.length - 1] = last + segment
    else lines.push(segment.trimStart())
  }
  return lines
}

function across(text: string): number {
  const thousandths = [...text].reduce((sum, letter) => {
    const font = sarabun("thai").glyphOf(letter) === 0 ? sarabun("latin") : sarabun("thai")
    return sum + font.widthOf(font.glyphOf(letter))
  }, 0)
  return (thousandths * size) / 1000
}
