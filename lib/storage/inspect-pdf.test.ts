import { deflateSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { inspectPdf } from "./inspect-pdf"

const sound = pdf()

describe("a PDF is judged by its content", () => {
  it("accepts a sound one and counts its pages", async () => {
    expect(await inspectPdf(sound)).toEqual({ fit: true, pages: 1 })
    expect(await inspectPdf(pdf({ pages: 7 }))).toEqual({ fit: true, pages: 7 })
  })

  it("accepts an object stream that holds nothing harmful, and looks for pages in it", async () => {
    const hidden = "<< /Type /Pages /Kids [3 0 R] /Count 12 >>"
    expect(await inspectPdf(pdf({ hidden }))).toEqual({ fit: true, pages: 12 })
  })

  it("accepts a place to open at, as office programs write it", async () => {
    expect(await inspectPdf(pdf({ catalogue: "/OpenAction [3 0 R /XYZ null null 0]" }))).toMatchObject({
      fit: true,
    })
  })

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["text", Buffer.from("คู่มือ")],
    ["a web page called PDF", Buffer.from("<!doctype html><script>1</script>%PDF-1.7 %%EOF")],
    ["a program", Buffer.from(`MZ${"\0".repeat(100)}%PDF-1.7`)],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a PDF behind something else", Buffer.concat([Buffer.from("GIF89a"), sound])],
  ])("refuses %s", async (_name, content) => {
    expect(await inspectPdf(content)).toEqual({ fit: false, why: "not-pdf" })
  })

  it.each([
    ["cut in the middle", sound.subarray(0, sound.length / 2)],
    [
      "without its cross-reference",
      Buffer.from(sound.toString("latin1").replace("\nxref", "\nxxxx"), "latin1"),
    ],
    [
      "whose offset leads nowhere",
      Buffer.from(sound.toString("latin1").replace(/startxref\n\d+/, "startxref\n7")),
    ],
    ["with a megabyte of something after its end", Buffer.concat([sound, Buffer.alloc(1_000_000, "x")])],
  ])("refuses one %s", async (_name, content) => {
    expect(await inspectPdf(content)).toEqual({ fit: false, why: "cut-short" })
  })

  it("refuses an encrypted one", async () => {
    expect(await inspectPdf(pdf({ trailer: "/Encrypt 9 0 R" }))).toEqual({ fit: false, why: "encrypted" })
  })

  it.each([
    ["a script", "/Names << /JavaScript 9 0 R >>"],
    ["a script under an escaped name", "/Names << /J#61vaScr#69pt 9 0 R >>"],
    ["a script that runs when it opens", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"],
    ["any action when it opens", "/OpenAction << /S /URI /URI (https://example.org) >>"],
    ["a program to start", "/AA << /O << /S /Launch /F (cmd.exe) >> >>"],
    ["a file inside", "/Names << /EmbeddedFiles 9 0 R >>"],
    ["an XFA form", "/AcroForm << /XFA 9 0 R >>"],
    ["a film with a script", "/A<</S/Rendition/JS(1)>>"],
  ])("refuses one that holds %s", async (_name, planted) => {
    expect(await inspectPdf(pdf({ catalogue: planted }))).toEqual({ fit: false, why: "active" })
    expect(await inspectPdf(pdf({ hidden: `<< ${planted} >>` }))).toEqual({ fit: false, why: "active" })
  })

  it("refuses an object stream that cannot be unpacked, since nobody knows what is in it", async () => {
    const text = pdf({ hidden: "<< /Type /Catalog >>" }).toString("latin1")
    const spoilt = [
      text.replace("/FlateDecode", "/LZWDecode"),
      text.replace("/FlateDecode", "/FlateDecode /DecodeParms << /Predictor 12 >>"),
      text.replace("/FlateDecode", "[/FlateDecode /ASCIIHexDecode]"),
      text.replace("/Filter", "/Filt#65r"),
      text.replace("/ObjStm", "/ObjStm /X (stream\n) "),
    ]
    for (const bad of spoilt) {
      expect(await inspectPdf(reindexed(bad))).toEqual({ fit: false, why: "unreadable" })
    }
  })

  it("refuses an object stream that unpacks to more than a manual can hold", async () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024))
    const text = pdf().toString("latin1")
    const planted = `80 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${bomb.toString("latin1")}\nendstream\nendobj\nxref`
    expect(await inspectPdf(reindexed(text.replace("xref", planted)))).toEqual({
      fit: false,
      why: "unreadable",
    })
  })
})

/** Puts the offset at the end right again after the text before it has changed. */
function reindexed(text: string): Buffer {
  const at = text.lastIndexOf("\nxref\n") + 1
  return Buffer.from(text.replace(/startxref\n\d+/, `startxref\n${at}`), "latin1")
}
