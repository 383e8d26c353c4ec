import "server-only"
import {
  findDocument,
  lockDocument,
  markChecking,
  markRefused,
  touchReceivedBytes,
} from "@/db/queries/documents"
import type { Database } from "@/db/types"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { configuredStore } from "@/lib/storage/configured-store"
import { storeFrames } from "@/lib/storage/sealed-frames"
import { sealedFile } from "./file-key"
import { maxDocumentBytes } from "./rules"
import { receiveDocumentInput } from "./schema"
import { isTicketOf } from "./ticket"

type Found = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/** How far it came, and how it ended. */
type Received = { readonly bytes: number; readonly end: "whole" | "too-much" | "broken-off" }

/** Ends the taking early; never leaves this file. */
class Stop extends Error {
  constructor(readonly end: Received["end"]) {
    super(end)
  }
}

/**
 * Takes a document's bytes from an offset to its end, straight into the storage: a frame at a time is in memory, and
 * after each the row says how far it is, so that a killed server or a dropped connection costs a frame at most. Who
 * holds the ticket may; whether it is a file that is accepted, the jobs process judges afterwards.
 */
export const receiveDocument = command({
  name: "documents.receive",
  input: receiveDocumentInput,
  allow: canBeAnyone,
  isBeforePasswordChange: true,
  async prepare({ db, input: { id, ticket, offset, bytes } }) {
    const document = isTicketOf(id, ticket) ? await findDocument(db, id) : null
    if (document?.state !== "receiving") return refused("documents.upload-gone")
    if (offset !== document.receivedBytes) return refused("documents.wrong-offset")
    return await take(db, document, bytes)
  },
  async run({ tx, input: { id }, prepared: { bytes, end } }) {
    const document = await lockDocument(tx, id)
    if (document?.state !== "receiving") return refused("documents.upload-gone")
    if (end === "broken-off") return refused("documents.interrupted")
    const audit = { subject: id, detail: { bytes } }
    if (end === "whole" && bytes > 0) {
      await markChecking(tx, id, bytes)
      return done({ id }, audit)
    }
    const isEmpty = end === "whole"
    await markRefused(tx, id, isEmpty ? "empty" : "too-large")
    return refusedOnRecord(isEmpty ? "documents.empty" : "documents.too-large", audit)
  },
})

/** Stores what comes, as far as it comes. */
async function take(db: Database, document: Found, source: AsyncIterable<Uint8Array>): Promise<Received> {
  const { id, sizeBytes, receivedBytes } = document
  const file = sealedFile(document, document.storageKey)
  const whole = within(source, (sizeBytes || maxDocumentBytes) - receivedBytes, sizeBytes - receivedBytes)
  let bytes = receivedBytes
  try {
    for await (const safe of storeFrames(await configuredStore(), file, whole, bytes)) {
      // somebody else sends the same file: he goes on, this one ends
      if (!(await touchReceivedBytes(db, id, { from: bytes, to: safe }))) throw new Stop("broken-off")
      bytes = safe
    }
    return { bytes, end: "whole" }
  } catch (error) {
    if (error instanceof Stop) return { bytes, end: error.end }
    throw error
  }
}

/** Passes bytes on, and stops where they are too many or end too early. */
async function* within(
  source: AsyncIterable<Uint8Array>,
  most: number,
  least: number,
): AsyncGenerator<Uint8Array> {
  let seen = 0
  try {
    for await (const chunk of source) {
      seen += chunk.length
      if (seen > most) break
      yield chunk
    }
  } catch {
    // the sender is gone; what he sent is safe
    throw new Stop("broken-off")
  }
  if (seen > most) throw new Stop("too-much")
  if (seen < least) throw new Stop("broken-off")
}
