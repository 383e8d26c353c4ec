import "server-only"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import sharp, { type Sharp } from "sharp"
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader"

/** Pixels as they were drawn or unpacked, row by row. */
export type Pixels = {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
}

let prepared: Promise<void> | undefined

/** The reader's own program from its package: by itself it would ask a server elsewhere for it. */
async function prepare(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm")
  const binary = await readFile(wasm)
  const wasmBinary = binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength)
  prepareZXingModule({ overrides: { wasmBinary: wasmBinary as ArrayBuffer } })
}

/** A page made easier to read, of so many pixels across. */
type Try = (page: Sharp, width: number) => Sharp

/** Pages are tried as they are first, which reads nearly all; then against noise, coarse grain and small modules. */
const tries: readonly Try[] = [
  (page) => page.blur(0.8),
  (page, width) => page.resize({ width: Math.round(width * 0.6) }),
  (page, width) => page.resize({ width: Math.round(width * 1.5), kernel: "cubic" }),
]

/**
 * How many further tries a process grants, all its pages together: most papers have no code at all, and the process
 * that reads a file lives for that file only and not long.
 */
const furtherTries = 6
let triesLeft = furtherTries

/** What the QR codes on a page say, in no order; worn, skewed and photographed ones too. */
export async function qrCodesOf({ data, width, height, channels }: Pixels): Promise<string[]> {
  prepared ??= prepare()
  await prepared
  const rgba = channels === 4 ? new Uint8ClampedArray(data) : spread(data, channels)
  const asIs = await codesIn({ data: rgba, width, height })
  if (asIs.length > 0) return asIs
  for (const make of tries) {
    if (triesLeft <= 0) return []
    triesLeft -= 1
    const page = sharp(data, { raw: { width, height, channels } }).flatten({ background: "#fff" }).greyscale()
    const made = await make(page, width).raw().toBuffer({ resolveWithObject: true })
    const image = { data: spread(made.data, made.info.channels), ...made.info }
    const found = await codesIn(image)
    if (found.length > 0) return found
  }
  return []
}

/** For tests, which read many files in one process. */
export function grantFurtherTries(): void {
  triesLeft = furtherTries
}

type Image = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

async function codesIn({ data, width, height }: Image): Promise<string[]> {
  const found = await readBarcodes({ data, width, height, colorSpace: "srgb" } as ImageData, {
    formats: ["QRCode"],
    tryHarder: true,
    maxNumberOfSymbols: 8,
  })
  return found.filter(({ isValid, text }) => isValid && text.length <= 300).map(({ text }) => text)
}

/** Grey or colour as the four values a pixel that the reader takes; a page has millions, so nothing is made for each. */
function spread(data: Uint8Array, channels: number): Uint8ClampedArray {
  const pixels = data.length / channels
  const rgba = new Uint8ClampedArray(pixels * 4)
  const [green, blue] = channels === 1 ? [0, 0] : [1, 2]
  for (let at = 0, from = 0, to = 0; at < pixels; at += 1, from += channels, to += 4) {
    rgba[to] = data[from] ?? 0
    rgba[to + 1] = data[from + green] ?? 0
    rgba[to + 2] = data[from + blue] ?? 0
    rgba[to + 3] = 255
  }
  return rgba
}
