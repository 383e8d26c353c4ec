import "server-only"
import { contained } from "./contained"
import { type PageWord, type ReaderLine, readerLine } from "./reader/page-words"

/** How the words of a file are come by: from the text layer of a PDF, or recognised on the picture of one page. */
export type Reading = "layer" | "picture"

/** The words of a file by page; `isWhole` unless reading ended before its end. */
export type ReadWords = {
  readonly pages: ReadonlyMap<number, readonly PageWord[]>
  readonly isWhole: boolean
}

const memory = 1024 * 1024 * 1024
const limits = {
  layer: { time: 30_000, cpuSeconds: 40, memory },
  picture: { time: 90_000, cpuSeconds: 90, memory },
} as const satisfies Record<Reading, object>

/** Longest line that is heard: a page full of words. */
const longestLine = 1024 * 1024

/**
 * Has the words of a file read by a process of its own that knows no secret. One that crashes, hangs, swells or says
 * what was not agreed is ended, and what it said until then is all there is. Throws where the file is not to blame.
 */
export async function readWords(
  how: Reading,
  source: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<ReadWords> {
  const program = { script: "lib/storage/reader/run.ts", args: [how], limits: limits[how], signal }
  return await contained(program, source, hearReader)
}

/** Hears a reader out, and believes none of what does not fit. Throws where it never began. */
export async function hearReader(said: AsyncIterable<Buffer>): Promise<ReadWords> {
  const pages = new Map<number, readonly PageWord[]>()
  let isReady = false
  for await (const line of linesOf(said)) {
    if (line?.kind === "ready") isReady = true
    else if (line?.kind === "words" && !pages.has(line.page)) pages.set(line.page, line.words)
    else return { pages, isWhole: line?.kind === "end" }
  }
  if (!isReady) throw new Error("the reader did not start")
  return { pages, isWhole: false }
}

/** What was said, line by line; null for one that does not fit, after which nothing is heard. */
async function* linesOf(said: AsyncIterable<Buffer>): AsyncGenerator<ReaderLine | null> {
  let held: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of said) {
      held = Buffer.concat([held, chunk])
      for (let end = held.indexOf("\n"); end >= 0; end = held.indexOf("\n")) {
        yield lineOf(held.subarray(0, end))
        held = held.subarray(end + 1)
      }
      if (held.length > longestLine) return yield null
    }
  } catch {
    // a pipe that broke says as much as one that ended
  }
}

function lineOf(bytes: Buffer): ReaderLine | null {
  if (bytes.length > longestLine) return null
  try {
    return readerLine.parse(JSON.parse(bytes.toString("utf8")))
  } catch {
    return null
  }
}
