import "server-only"
import { createInflate } from "node:zlib"

/** Bytes that one stream may unpack to: an A4 page of 600 dpi in colour has 104 MB. */
const largestStream = 160 * 1024 * 1024
/** Bytes that all streams of a file may unpack to. */
const largestSum = 1024 * 1024 * 1024

/**
 * Whether the streams of a PDF unpack to more than any honest one, which is how a small file fills a reader's memory.
 * Nothing that is unpacked is kept.
 */
export async function unpacksTooLarge(content: Buffer): Promise<boolean> {
  const text = content.toString("latin1")
  let sum = 0
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const start = match.index + match[0].length
    const dictionary = text.slice(Math.max(0, match.index - 2048), match.index)
    if (isPackedTwice(dictionary.slice(dictionary.lastIndexOf(" obj")))) return true
    if (!isZlib(content, start)) continue
    const end = text.indexOf("endstream", start)
    const size = await unpackedSize(content.subarray(start, end < 0 ? undefined : end))
    sum += size
    if (size > largestStream || sum > largestSum) return true
  }
  return false
}

/** No program packs a stream twice over; who builds a bomb does. */
function isPackedTwice(dictionary: string): boolean {
  const filters = /\/Filter\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? ""
  return (filters.match(/\/Fl(?:ateDecode)?\b/g) ?? []).length > 1
}

/** The two bytes at the head of zlib data (RFC 1950, 2.2). */
function isZlib(content: Buffer, at: number): boolean {
  const [method = 0, flags = 0] = content.subarray(at, at + 2)
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0
}

function unpackedSize(packed: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate({ chunkSize: 1024 * 1024 })
    let size = 0
    const settle = () => {
      inflate.destroy()
      resolve(size)
    }
    inflate.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size > largestStream) settle()
    })
    inflate.on("end", settle)
    // broken or cut: whoever renders it stops there too
    inflate.on("error", settle)
    inflate.end(packed)
  })
}
