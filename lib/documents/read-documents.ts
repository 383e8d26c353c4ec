import "server-only"
import { randomUUID } from "node:crypto"
import type { Document, DocumentPage } from "@/db/queries/documents"
import { leaseUnread, leaseUnreadBack, listPages, type PageReading } from "@/db/queries/documents-words"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import { log } from "@/lib/log"
import type { ObjectStore } from "@/lib/storage/object-store"
import { readWords } from "@/lib/storage/read-words"
import { isLegible, type PageWord, packWords, wordLimits } from "@/lib/storage/reader/page-words"
import { readFrames, storeFrames } from "@/lib/storage/sealed-frames"
import { sealedFile } from "./file-key"
import { noteReading } from "./note-reading"
import { wordsKey } from "./places"

/** What reading needs of the outside. */
export type ReadingAt = {
  readonly db: Database
  readonly store: ObjectStore
  /** Whether what has no text layer is recognised on its picture, which takes seconds a page. */
  readonly pictures: boolean
  readonly clock: () => Date
  readonly signal?: AbortSignal
}

/** How long one document may take before its reader is taken for dead, in milliseconds. */
const lease = 15 * 60_000

/** A document that ended its reader so often stays unread. */
const mostTries = 2

/** Pages of a document that are recognised on their pictures. */
const mostPictures = 4

const actor = { kind: "system", name: "documents" } as const

/**
 * Reads the words of the next order's scan that nobody has read, after it was judged and apart from that: nothing waits
 * for it, and a document that can't be read is as good as any other. Says whether there was one.
 */
export async function readNextDocument(at: ReadingAt): Promise<boolean> {
  const now = at.clock()
  const until = new Date(now.getTime() + lease)
  const document = await leaseUnread(at.db, { now, until, pictures: at.pictures })
  if (!document) return false
  const { id } = document
  try {
    const found = await read(at, document)
    const context = { db: at.db, actor, now: at.clock(), requestId: `documents-${randomUUID()}` }
    await execute(noteReading, context, { id, ...found })
    log.info({ documentId: id, reading: found.reading, pages: found.pages.length }, "documents: read")
  } catch (error) {
    if (at.signal?.aborted) await leaseUnreadBack(at.db, id)
    throw error
  }
  return true
}

type Found = { readonly reading: NonNullable<Document["reading"]>; readonly pages: readonly PageReading[] }

async function read(at: ReadingAt, document: Document): Promise<Found> {
  const pages = (await listPages(at.db, document.id)).slice(0, wordLimits.pages)
  if (document.readingTries > mostTries) return { reading: "blank", pages: [] }
  return document.reading === null
    ? await readLayer(at, document, pages)
    : await readPictures(at, document, pages)
}

async function readLayer(at: ReadingAt, document: Document, pages: readonly DocumentPage[]): Promise<Found> {
  if (document.mediaType !== "application/pdf") return { reading: "picture-next", pages: [] }
  const file = sealedFile(document, document.storageKey)
  const said = await readWords("layer", readFrames(at.store, file, document.sizeBytes), at.signal)
  const kept: PageReading[] = []
  for (const { page } of pages) {
    const words = said.pages.get(page) ?? []
    if (isLegible(words)) kept.push(await keep(at, document, { page, from: "layer", words }))
  }
  return { reading: kept.length < pages.length ? "picture-next" : "layer", pages: kept }
}

async function readPictures(
  at: ReadingAt,
  document: Document,
  pages: readonly DocumentPage[],
): Promise<Found> {
  const without = pages.filter(({ wordsFrom }) => wordsFrom === null).slice(0, mostPictures)
  const kept: PageReading[] = []
  for (const { page, storageKey, sizeBytes } of without) {
    const image = readFrames(at.store, sealedFile(document, storageKey), sizeBytes)
    const words = (await readWords("picture", image, at.signal)).pages.get(1) ?? []
    if (isLegible(words)) kept.push(await keep(at, document, { page, from: "picture", words }))
  }
  const isBlank = kept.length === 0 && without.length === pages.length
  return { reading: isBlank ? "blank" : "picture", pages: kept }
}

type Read = { readonly page: number; readonly from: PageReading["from"]; readonly words: readonly PageWord[] }

/** Seals the words beside the page's image; reading a document twice writes the same place. */
async function keep({ store }: ReadingAt, document: Document, read: Read): Promise<PageReading> {
  const bytes = packWords(read.words)
  const file = sealedFile(document, wordsKey(document.storageKey, read.page))
  async function* whole() {
    yield bytes
  }
  for await (const _ of storeFrames(store, file, whole())) {
    // a page is a frame or two
  }
  return { page: read.page, from: read.from, bytes: bytes.length }
}
