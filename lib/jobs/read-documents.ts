import "server-only"
import { type ReadingAt, readNextDocument } from "@/lib/documents/read-documents"
import { type Running, repeat } from "./repeat"

/** How often it is looked whether a document is unread, in milliseconds. */
const lookEvery = 2000

/** Reads the words of orders one by one, beside the judging: that never waits for this. */
export function readDocuments(at: Omit<ReadingAt, "signal">): Running {
  const ending = new AbortController()
  const running = repeat("read-documents", lookEvery, async () =>
    (await readNextDocument({ ...at, signal: ending.signal })) ? "more" : "idle",
  )
  return {
    async stop() {
      ending.abort()
      await running.stop()
    },
  }
}
