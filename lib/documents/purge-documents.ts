import "server-only"
import { listKnownKeys, listUnpurged, purgeServedDocuments, settlePurged } from "@/db/queries/documents-purge"
import type { Database } from "@/db/types"
import type { ObjectStore } from "@/lib/storage/object-store"
import { removeFrames } from "@/lib/storage/sealed-frames"

const day = 24 * 60 * 60_000

/** How long each is kept, in milliseconds (docs/operations/documents.md). */
const kept = { brokenOff: day, refused: 7 * day, turnedDown: 90 * day, approved: 365 * day } as const

const atOnce = 100

/** Takes the bytes of documents out of the storage that have served their time or were taken away. */
export async function purgeDocuments(db: Database, store: ObjectStore, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age)
  await purgeServedDocuments(
    db,
    {
      brokenOff: before(kept.brokenOff),
      refused: before(kept.refused),
      turnedDown: before(kept.turnedDown),
      approved: before(kept.approved),
    },
    now,
  )
  for (;;) {
    const gone = await listUnpurged(db, atOnce)
    for (const { id, storageKey } of gone) {
      await removeFrames(store, storageKey)
      await settlePurged(db, id, now)
    }
    if (gone.length < atOnce) return
  }
}

/** Takes out what belongs to no document: left behind by a process that was killed. Younger than a day it may be on its way. */
export async function purgeOrphans(db: Database, store: ObjectStore, now: Date): Promise<void> {
  let batch: string[] = []
  const sweep = async () => {
    // `documents/<name>/…` is of the document `documents/<name>`
    const owners = new Set(batch.map(ownerOf))
    const known = new Set(await listKnownKeys(db, [...owners]))
    for (const key of batch) if (!known.has(ownerOf(key))) await store.remove(key)
    batch = []
  }
  for await (const { key, modifiedAt } of store.list("")) {
    if (now.getTime() - modifiedAt.getTime() < day) continue
    batch.push(key)
    if (batch.length >= atOnce) await sweep()
  }
  if (batch.length > 0) await sweep()
}

const ownerOf = (key: string) => key.split("/").slice(0, 2).join("/")
