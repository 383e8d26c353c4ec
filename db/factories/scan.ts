import sharp, { type Sharp } from "sharp"
import { drawQrSvg } from "@/lib/qr/draw-qr"
import { type Chance, chanceOf } from "./chance"
import { lit, type Raster, warped } from "./photo"

/** What lies on the glass of the scanner. */
export type Paper = {
  /** What the QR code in its corner says; none where absent. */
  readonly code?: string
  /** Side of the printed code with its white border, in millimetres. */
  readonly codeSide?: number
}

/** How it came off the paper: for the report of a test. */
export type Taken = {
  readonly how: "scanner" | "photo"
  readonly dpi: number
  readonly turned: number
  readonly skew: number
  readonly quality: number
  readonly noise: number
  readonly blur: number
  readonly file: "jpeg" | "pdf"
}

const [mmWide, mmHigh] = [210, 297]

/** A page of an order: lines of writing, a signature, a stamp perhaps, and the code at the foot. In units of a millimetre. */
function sheet({ code, codeSide = 28 }: Paper, chance: Chance): string {
  const parts: string[] = [`<rect width="${mmWide}" height="${mmHigh}" fill="#fdfdfb"/>`]
  parts.push(`<path d="${writing(chance)}" fill="none" stroke="#111" stroke-width=".3"/>`)
  const [sx, sy] = [110 + chance.below(20), 245 + chance.below(6)]
  parts.push(
    `<path d="M${sx} ${sy}c8 -14 10 9 16 -3s6 10 14 -4 9 4 18 -2" fill="none" stroke="#1b2f8f" stroke-width=".6"/>`,
  )
  if (chance.below(1) < 0.3)
    parts.push(
      `<circle cx="${sx + 10}" cy="${sy - 4}" r="14" fill="none" stroke="#b02020" stroke-width="1" opacity=".6"/>`,
    )
  if (code) {
    const drawn = drawQrSvg(code, "").replace(
      /width="512" height="512"/,
      `x="18" y="${mmHigh - 12 - codeSide}" width="${codeSide}" height="${codeSide}"`,
    )
    parts.push(drawn)
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="595.28" height="841.89" viewBox="0 0 ${mmWide} ${mmHigh}">${parts.join("")}</svg>`
}

/** Words as they look from afar: upright strokes with a loop and a mark above, as in Thai. */
function writing(chance: Chance): string {
  const strokes: string[] = []
  for (let y = 40; y < 232; y += 8) {
    for (let x = 30; x < 175; ) {
      const width = 4 + chance.below(16)
      for (let at = x; at < x + width; at += 1.7) {
        const mark = chance.below(1) < 0.3 ? `m-1.1 -3.6h1` : ""
        strokes.push(`M${at.toFixed(2)} ${y}v-2.6h1.1v2.6${mark}`)
      }
      x += width + 2
    }
  }
  return strokes.join("")
}

/** What came off one paper: a JPEG, or a PDF that holds it, as scanners and telephones make them. */
export async function scan(
  paper: Paper,
  seed: number,
): Promise<{ readonly content: Buffer; readonly taken: Taken }> {
  const chance = chanceOf(seed)
  const dpi = chance.one([150, 200, 240, 300])
  const drawn = sharp(Buffer.from(sheet(paper, chance)), { density: dpi }).flatten({ background: "#fff" })
  const isPhoto = chance.below(1) < 0.35
  const turned = chance.one([0, 0, 0, 90, 180, 270])
  const skew = (chance.below(1) - 0.5) * 12
  const quality = 35 + Math.floor(chance.below(50))
  const noise = chance.below(12)
  const blur = chance.below(1) < 0.5 ? 0 : 0.3 + chance.below(0.7) * (dpi / 200)
  const { data, info } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const page: Raster = { data, width: info.width, height: info.height }
  const made = isPhoto ? lit(warped(page, chance), chance) : page
  const around = isPhoto ? "#5b4a3a" : "#f4f4f2"
  // one turn at a time: sharp takes the last of two
  const level = await pixelsOf(sharpOf(made).rotate(skew, { background: around }))
  const turnedPage = await pixelsOf(sharpOf(level).rotate(turned))
  const grainy = await grained(turnedPage, { noise, blur, chance })
  const jpeg = await sharpOf(grainy)
    .withMetadata({ density: dpi })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
  const file = chance.one(["jpeg", "jpeg", "pdf"] as const)
  const taken: Taken = { how: isPhoto ? "photo" : "scanner", dpi, turned, skew, quality, noise, blur, file }
  const content = file === "pdf" ? pdfOf(jpeg.data, jpeg.info, dpi) : jpeg.data
  return { content, taken }
}

const sharpOf = ({ data, width, height }: Raster) => sharp(data, { raw: { width, height, channels: 3 } })

async function pixelsOf(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function grained(page: Raster, by: { noise: number; blur: number; chance: Chance }): Promise<Raster> {
  const soft = by.blur > 0.3 ? sharpOf(page).blur(by.blur) : sharpOf(page)
  const made = await pixelsOf(soft.linear(0.75 + by.chance.below(0.3), 10))
  const { data } = made
  // the same grain for the three colours of a pixel; four thousand values by turns are noise enough
  const grains = Int16Array.from({ length: 4093 }, () => by.chance.bell() * by.noise)
  for (let at = 0, nth = 0; at < data.length; at += 3, nth += 1) {
    const grain = grains[nth % 4093] ?? 0
    for (let colour = at; colour < at + 3; colour += 1) {
      data[colour] = Math.max(0, Math.min(255, (data[colour] ?? 0) + grain))
    }
  }
  return made
}

/** One JPEG on one page (ISO 32000-1, 7.4.8). */
function pdfOf(jpeg: Buffer, size: { width: number; height: number }, dpi: number): Buffer {
  const [wide, high] = [(size.width * 72) / dpi, (size.height * 72) / dpi]
  const content = `q ${wide.toFixed(2)} 0 0 ${high.toFixed(2)} 0 0 cm /I Do Q`
  const head = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide.toFixed(2)} ${high.toFixed(2)}] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  const picture = `<< /Type /XObject /Subtype /Image /Width ${size.width} /Height ${size.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`
  const pieces: Buffer[] = [Buffer.from("%PDF-1.4\n")]
  const offsets: number[] = []
  const at = () => pieces.reduce((sum, piece) => sum + piece.length, 0)
  const add = (nth: number, ...body: Buffer[]) => {
    offsets.push(at())
    pieces.push(Buffer.from(`${nth} 0 obj\n`), ...body, Buffer.from("\nendobj\n"))
  }
  for (const [nth, text] of head.entries()) add(nth + 1, Buffer.from(text))
  add(5, Buffer.from(picture), jpeg, Buffer.from("\nendstream"))
  const start = at()
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  const end = `xref\n0 6\n0000000000 65535 f \n${lines}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(end)])
}
