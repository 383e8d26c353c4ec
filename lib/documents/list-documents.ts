import "server-only"
import { listDocumentsOf } from "@/db/queries/documents"
import type { Executor } from "@/db/types"
import type { DocumentHolder } from "./begin-document"
import type { DocumentLine } from "./rules"
import { documentTicket } from "./ticket"

/**
 * What a request holds, in the order in which it came, for the page of its owner: the caller has asked whether this is
 * he. Nothing in it opens a file; the ticket of one that is still coming lets its sending go on.
 */
export async function listDocuments(db: Executor, holder: DocumentHolder): Promise<DocumentLine[]> {
  const rows = await listDocumentsOf(db, holder)
  return rows.flatMap(({ state, ...row }) =>
    state === "removed"
      ? []
      : [
          {
            id: row.id,
            purpose: row.purpose,
            fileName: row.fileName,
            mediaType: row.mediaType,
            sizeBytes: row.sizeBytes,
            receivedBytes: row.receivedBytes,
            state,
            refusal: row.refusal,
            virusScan: row.virusScan,
            sha256: row.sha256?.toString("hex") ?? null,
            pages: row.pages,
            createdAt: row.createdAt,
            ticket: documentTicket(row.id),
          },
        ],
  )
}
