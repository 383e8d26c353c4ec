import "server-only"
import type { Executor } from "@/db/types"
import { listDocuments } from "@/lib/documents/list-documents"
import type { RefusalCode } from "@/lib/kernel/refusal"

/** Why the files of a request keep it from being sent, or nothing: one at least is accepted, and none is being looked at. */
export async function documentsShut(db: Executor, registrationId: string): Promise<RefusalCode | undefined> {
  const lines = await listDocuments(db, { kind: "registration", id: registrationId })
  if (lines.some(({ state }) => state === "checking")) return "registration.documents-checking"
  // the scanner is down, for who knows how long: what is filled in waits for him, he need not wait here
  if (lines.some(({ state }) => state === "waiting-for-scan")) return "registration.documents-waiting"
  return lines.some(({ state }) => state === "ready") ? undefined : "registration.no-document"
}
