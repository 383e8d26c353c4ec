import "server-only"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
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

/** What the QR codes on a page say, in no order. */
export async function qrCodesOf({ data, width, height, channels }: Pixels): Promise<string[]> {
  prepared ??= prepare()
  await prepared
  const rgba = channels === 4 ? Uint8ClampedArray.from(data) : withAlpha(data)
  const found = await readBarcodes({ data: rgba, width, height, colorSpace: "srgb" } as ImageData, {
    formats: ["QRCode"],
    tryHarder: true,
    maxNumberOfSymbols: 8,
  })
  return found.filter(({ isValid, text }) => isValid && text.length <= 300).map(({ text }) => text)
}

function withAlpha(rgb: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) rgba.set(rgb.subarray(from, from + 3), to)
  return rgba
}
