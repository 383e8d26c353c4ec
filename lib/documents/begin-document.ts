import "server-only"
import { randomUUID } from "node:crypto"
import { countDocuments, insertDocument, markSupersededRemoved } from "@/db/queries/documents"
import type { documentHolders, documentPurposes } from "@/db/schema/documents"
import type { Transaction } from "@/db/types"
import { type Refused, refused } from "@/lib/kernel/outcome"
import { newSealedKey } from "./file-key"
import { cleanFileName, maxDocumentBytes, maxDocuments, maxDocumentsEver } from "./rules"
import { documentTicket } from "./ticket"

/** The request to which a document belongs. */
export type DocumentHolder = { readonly kind: (typeof documentHolders)[number]; readonly id: string }

/** A document that is to come. */
export type ComingDocument = {
  readonly holder: DocumentHolder
  readonly purpose: (typeof documentPurposes)[number]
  /** As the browser calls it; cleaned here. */
  readonly fileName: string
  /** Null where nobody knows it yet, as with a plain form. */
  readonly sizeBytes: number | null
  /** The account that sends it; null of who has none. */
  readonly uploadedBy: string | null
  readonly now: Date
}

/** Where its bytes go: `documents.receive` takes them with this. */
export type BegunDocument = { readonly id: string; readonly ticket: string }

/**
 * Step: makes room for a document. The caller has asked whether this person may add one to that request, and holds the
 * request's row. A file of the same name whose sending broke off is given up for it.
 */
export async function beginDocument(
  tx: Transaction,
  coming: ComingDocument,
): Promise<BegunDocument | Refused> {
  const { holder, sizeBytes, now } = coming
  if (sizeBytes === 0) return refused("documents.empty")
  if (sizeBytes !== null && sizeBytes > maxDocumentBytes) return refused("documents.too-large")
  const fileName = cleanFileName(coming.fileName)
  await markSupersededRemoved(tx, holder, { fileName, now })
  const { there, ever } = await countDocuments(tx, holder)
  if (there >= maxDocuments || ever >= maxDocumentsEver) return refused("documents.too-many")
  const id = randomUUID()
  await insertDocument(tx, {
    id,
    holderKind: holder.kind,
    holderId: holder.id,
    purpose: coming.purpose,
    fileName,
    sizeBytes: sizeBytes ?? 0,
    state: "receiving",
    keySealed: newSealedKey(id),
    storageKey: `documents/${randomUUID()}`,
    uploadedBy: coming.uploadedBy,
    createdAt: now,
  })
  return { id, ticket: documentTicket(id) }
}
