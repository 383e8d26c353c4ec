import "server-only"
import { createHash, randomUUID } from "node:crypto"
import { type Document, leaseBack, leaseDocument } from "@/db/queries/documents"
import type { Database } from "@/db/types"
import { env } from "@/lib/env"
import { execute } from "@/lib/kernel/execute"
import { log } from "@/lib/log"
import { type ClamdPlace, ScannerAway, scanForViruses } from "@/lib/storage/clamd"
import { inspectFile } from "@/lib/storage/inspect-file"
import type { PageImage } from "@/lib/storage/inspector/verdict"
import type { ObjectStore } from "@/lib/storage/object-store"
import { readFrames, type SealedFile, storeFrames } from "@/lib/storage/sealed-frames"
import { sealedFile } from "./file-key"
import { judgeDocument } from "./judge-document"
import { type DocumentRefusal, foreignCode } from "./rules"

/** What judging needs of the outside. */
export type Judging = {
  readonly db: Database
  readonly store: ObjectStore
  /** Null where there is none: a demonstration. */
  readonly clamd: ClamdPlace | null
  readonly clock: () => Date
  readonly signal?: AbortSignal
}

/** How long one file may take before its judge is taken for dead, and how long it waits for a scanner that is away, in milliseconds. */
const times = { lease: 2 * 60_000, scannerAway: 10_000 } as const

/** A file that ended its judge so often is refused: it would go on doing so. */
const mostChecks = 3

type Verdict =
  | { readonly fit: false; readonly why: DocumentRefusal }
  | { readonly fit: true; readonly mediaType: NonNullable<Document["mediaType"]>; readonly pages: KeptPage[] }
type KeptPage = Omit<PageImage, "image" | "qr"> & {
  readonly sizeBytes: number
  readonly storageKey: string
  readonly qrText: string | null
}

/**
 * Judges the next document that waits: scanned for viruses, then read and drawn in a process of its own. Says whether
 * there was one.
 */
export async function checkNextDocument(at: Judging): Promise<boolean> {
  const now = at.clock()
  const document = await leaseDocument(at.db, { now, until: new Date(now.getTime() + times.lease) })
  if (!document) return false
  const { id } = document
  try {
    const found = await judged(at, document)
    const context = { db: at.db, actor, now: at.clock(), requestId: `documents-${randomUUID()}` }
    await execute(judgeDocument, context, { id, ...found })
    log.info(
      { documentId: id, fit: found.verdict.fit, ms: context.now.getTime() - now.getTime() },
      "documents: judged",
    )
  } catch (error) {
    if (error instanceof ScannerAway) {
      const notBefore = new Date(at.clock().getTime() + times.scannerAway)
      await leaseBack(at.db, id, { state: "waiting-for-scan", notBefore })
      log.warn({ documentId: id }, "documents: no virus scanner answers; the file waits")
      return true
    }
    if (at.signal?.aborted) await leaseBack(at.db, id, { state: "checking", notBefore: null })
    throw error
  }
  return true
}

const actor = { kind: "system", name: "documents" } as const

async function judged({ store, clamd, signal }: Judging, document: Document) {
  const file = sealedFile(document, document.storageKey)
  const bytes = () => readFrames(store, file, document.sizeBytes)
  const no = (why: DocumentRefusal) => ({
    virusScan: null,
    sha256: null,
    verdict: { fit: false, why } as Verdict,
  })
  if (document.checks > mostChecks) return no("unreadable")
  const virusScan = clamd ? await scanForViruses(clamd, bytes()) : "unscanned"
  if (virusScan === "infected") return no("infected")
  const sha = createHash("sha256")
  const pages: KeptPage[] = []
  const keep = async ({ image, qr, ...page }: PageImage) => {
    const storageKey = `${document.storageKey}/page-${page.page}`
    await keepPage(store, { ...file, name: storageKey }, image)
    pages.push({ ...page, sizeBytes: image.length, storageKey, qrText: ownCode(qr) })
  }
  const verdict = await inspectFile(hashed(bytes(), sha), keep, signal)
  if (!verdict.fit) return no(verdict.why)
  const sha256 = sha.digest()
  return { virusScan, sha256, verdict: { fit: true, mediaType: verdict.mediaType, pages } as Verdict }
}

async function keepPage(store: ObjectStore, file: SealedFile, image: Buffer): Promise<void> {
  async function* whole() {
    yield image
  }
  for await (const _ of storeFrames(store, file, whole())) {
    // a page is a frame or two
  }
}

async function* hashed(
  bytes: AsyncIterable<Buffer>,
  sha: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    sha.update(chunk)
    yield chunk
  }
}

/** A code that this portal printed, by its beginning; of others only that there is one. */
function ownCode(texts: readonly string[]): string | null {
  const own = texts.find((text) => text.startsWith(`${new URL(env.ORIGIN).origin}/q/`))
  return own ?? (texts.length > 0 ? foreignCode : null)
}
