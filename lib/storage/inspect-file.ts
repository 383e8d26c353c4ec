import "server-only"
import { contained } from "./contained"
import { readInspector } from "./inspector/read-inspector"
import type { FileVerdict, PageImage } from "./inspector/verdict"

/** How long a file may be looked at, in milliseconds, and how much memory that may take, in bytes. */
const limits = { time: 60_000, cpuSeconds: 90, memory: 1024 * 1024 * 1024 }

/**
 * Has a file read and drawn by a process of its own that knows no secret. One that crashes, hangs or swells is ended,
 * and the file is refused. Throws where the file is not to blame: the process could not be started, a page could not be
 * kept, or `signal` ended it.
 */
export async function inspectFile(
  source: AsyncIterable<Uint8Array>,
  keep: (page: PageImage) => Promise<void>,
  signal?: AbortSignal,
): Promise<FileVerdict> {
  const program = { script: "lib/storage/inspector/run.ts", limits, signal }
  const verdict = await contained(program, source, (lines) => readInspector(lines, keep))
  if (verdict === "never-ready") throw new Error("the inspector did not start")
  return verdict
}
