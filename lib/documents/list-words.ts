import "server-only"
import { listReadingsOf, listReadPages } from "@/db/queries/documents-words"
import type { Executor } from "@/db/types"
import type { ObjectStore } from "@/lib/storage/object-store"
import { type PageWord, unpackWords } from "@/lib/storage/reader/page-words"
import { readFrames } from "@/lib/storage/sealed-frames"
import type { DocumentHolder } from "./begin-document"
import { sealedFile } from "./file-key"
import { wordsKey } from "./places"
import type { documentReadings } from "./rules"

/** The words of a page, and whether a text layer said them or they were recognised on its picture. */
export type PageText = {
  readonly documentId: string
  readonly page: number
  readonly from: "layer" | "picture"
  /** Of its image, in pixels. */
  readonly width: number
  readonly height: number
  readonly words: readonly PageWord[]
}

/** How far the accepted documents of a request were read, one after the other; null of one that nobody has tried. */
export function listReadings(
  db: Executor,
  holder: DocumentHolder,
): Promise<((typeof documentReadings)[number] | null)[]> {
  return listReadingsOf(db, holder)
}

/**
 * Everything that was read of what a request holds. The caller has asked whether this person may look at its pages, and
 * writes down that he did. Not for a transaction: the storage may be far.
 */
export async function listWords(
  db: Executor,
  store: ObjectStore,
  holder: DocumentHolder,
): Promise<PageText[]> {
  const texts: PageText[] = []
  for (const { document, page, from, bytes, width, height } of await listReadPages(db, holder)) {
    const parts: Buffer[] = []
    const file = sealedFile(document, wordsKey(document.storageKey, page))
    for await (const part of readFrames(store, file, bytes)) parts.push(part)
    texts.push({
      documentId: document.id,
      page,
      from,
      width,
      height,
      words: unpackWords(Buffer.concat(parts)),
    })
  }
  return texts
}
