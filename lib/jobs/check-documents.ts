import "server-only"
import { checkNextDocument, type Judging } from "@/lib/documents/check-documents"
import { type Running, repeat } from "./repeat"

/** How often it is looked whether a document waits, in milliseconds. */
const lookEvery = 500

/** Judges documents one by one: each takes a processor for a second or two, and the portal needs one as well. */
export function checkDocuments(at: Omit<Judging, "signal">): Running {
  const ending = new AbortController()
  const running = repeat("check-documents", lookEvery, async () =>
    (await checkNextDocument({ ...at, signal: ending.signal })) ? "more" : "idle",
  )
  return {
    async stop() {
      ending.abort()
      await running.stop()
    },
  }
}
