import "server-only"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { contained } from "@/lib/storage/contained"
import { type SheetFault, type SheetLine, type SheetRow, sheetLimits, sheetLine } from "./sheet-lines"

/** How long a workbook may be read, in milliseconds, and how much memory that may take, in bytes. */
const limits = { time: 40_000, cpuSeconds: 40, memory: 1024 * 1024 * 1024 }

/** The rows of a sheet, or why there are none. */
export type ReadSheet =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly why: SheetFault }

/**
 * Has the sheet of that name read by a process of its own that knows no secret. One that crashes, hangs or swells is
 * ended, and the workbook is refused. Nothing of the file is kept. Throws where the file is not to blame.
 */
export async function readSheet(file: Uint8Array, sheet: string): Promise<ReadSheet> {
  const program = { script: "lib/sheets/reader/run.ts", args: [sheet], limits }
  async function* source() {
    yield file
  }
  return await contained(program, source(), hearSheet)
}

/** Hears a reader out, and believes none of what does not fit. Throws where it never began. */
export async function hearSheet(said: Readable): Promise<ReadSheet> {
  const rows: SheetRow[] = []
  let isReady = false
  for await (const text of linesOf(said)) {
    const line = lineOf(text)
    if (line?.kind === "ready") isReady = true
    else if (line?.kind === "row" && rows.length < sheetLimits.rows) rows.push(line)
    else if (line?.kind === "refused") return { ok: false, why: line.why }
    else if (line?.kind === "end" && rows.length > 0) return { ok: true, rows }
    else return { ok: false, why: "unreadable" }
  }
  if (!isReady) throw new Error("the reader of sheets did not start")
  return { ok: false, why: "unreadable" }
}

async function* linesOf(said: Readable): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: said, crlfDelay: Number.POSITIVE_INFINITY })
  } catch {
    // a pipe that broke says as much as one that ended
  }
}

function lineOf(text: string): SheetLine | undefined {
  try {
    return sheetLine.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
