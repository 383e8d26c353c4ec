import "server-only"
import { markRemoved } from "@/db/queries/documents"
import type { Transaction } from "@/db/types"
import type { DocumentHolder } from "./begin-document"

/**
 * Step: takes a document off a request. The caller has asked whether this person may, and holds the request's row. Its
 * bytes go by a job. False where the request holds no such document.
 */
export async function removeDocument(
  tx: Transaction,
  holder: DocumentHolder,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<boolean> {
  return await markRemoved(tx, holder, { id, now })
}
