import "server-only"
import { listDocumentsOf } from "@/db/queries/documents"
import type { SeenDocument } from "@/db/schema/cases"
import type { Executor } from "@/db/types"
import type { DocumentHolder } from "./begin-document"

/** What a reviewer has before him of a request: every file that is ready, by its hash. In order, so that two lists compare. */
export async function seenDocuments(db: Executor, holder: DocumentHolder): Promise<SeenDocument[]> {
  const rows = await listDocumentsOf(db, holder)
  return rows.flatMap(({ id, state, sha256, pages }) =>
    state === "ready" && sha256 ? [{ id, sha256: sha256.toString("hex"), pages: pages ?? 0 }] : [],
  )
}
