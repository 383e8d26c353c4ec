import "server-only"
import type { Database } from "@/db/types"
import { purgeDocuments, purgeOrphans } from "@/lib/documents/purge-documents"
import type { ObjectStore } from "@/lib/storage/object-store"
import { type Running, repeat } from "./repeat"

const hour = 60 * 60_000

/** Takes documents away whose time is over each hour, and once a day what belongs to none. */
export function purgeFiles(db: Database, store: ObjectStore, clock: () => Date): Running {
  let turns = 0
  return repeat("purge-files", hour, async () => {
    await purgeDocuments(db, store, clock())
    if (turns++ % 24 === 0) await purgeOrphans(db, store, clock())
    return "idle"
  })
}
