import "server-only"
import { listCodesOf } from "@/db/queries/documents"
import type { Executor } from "@/db/types"
import type { DocumentHolder } from "./begin-document"

/** What the QR code of a page says: one printed here, or `foreignCode`. */
export type PageCode = { readonly documentId: string; readonly page: number; readonly text: string }

/** The codes on the pages of what a request holds, as they were read when it came in. */
export function listCodes(db: Executor, holder: DocumentHolder): Promise<PageCode[]> {
  return listCodesOf(db, holder)
}
