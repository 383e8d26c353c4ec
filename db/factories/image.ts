import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"

/** What a picture of a page is to be like. */
export type ImageOverrides = {
  readonly width?: number
  readonly height?: number
  readonly kind?: "jpeg" | "png"
  /** Written into the picture's EXIF, as a camera writes a place. */
  readonly note?: string
}

/** A photographed page: a light sheet with dark lines, as a JPEG or PNG. */
export async function image(over: ImageOverrides = {}): Promise<Buffer> {
  const { width = 600, height = 800, kind = "jpeg", note } = over
  const lines = Array.from(
    { length: 12 },
    (_, nth) => `<rect x="60" y="${60 + nth * 50}" width="${width - 120}" height="8" fill="#333"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f8f6f0"/>${lines.join("")}</svg>`
  const drawn = sharp(Buffer.from(svg)).flatten({ background: "#fff" })
  const noted = note === undefined ? drawn : drawn.withExif({ IFD0: { ImageDescription: note } })
  return await (kind === "jpeg" ? noted.jpeg({ quality: 85 }) : noted.png()).toBuffer()
}

/** A small PNG that says of itself it is so large. */
export function vastPng(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(1_000_000))
  const signature = Buffer.from("89504e470d0a1a0a", "hex")
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
