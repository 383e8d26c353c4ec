import { randomUUID } from "node:crypto"
import type { Database } from "@/db/types"
import { beginDocument, type DocumentHolder } from "@/lib/documents/begin-document"
import { checkNextDocument } from "@/lib/documents/check-documents"
import { listDocuments } from "@/lib/documents/list-documents"
import { receiveDocument } from "@/lib/documents/receive-document"
import type { DocumentLine } from "@/lib/documents/rules"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import type { ClamdPlace } from "@/lib/storage/clamd"
import { configuredStore } from "@/lib/storage/configured-store"

const start = new Date("2026-11-21T02:00:00Z")

/** Whose it is and who scans it, where a test cares. */
type Wanted = {
  readonly holder?: DocumentHolder
  readonly uploadedBy?: string
  readonly clamd?: ClamdPlace | null
  readonly now?: Date
}

/** Judges all that waits, in the process of its own. */
export async function judgeDocuments(
  db: Database,
  { clamd = null, now = start }: Wanted = {},
): Promise<void> {
  while (await checkNextDocument({ db, store: await configuredStore(), clamd, clock: () => now })) {
    // the next one
  }
}

/** Sends a file as a browser does, has it judged, and says what its owner's page then knows of it. */
export async function sendDocument(
  db: Database,
  fileName: string,
  bytes: Buffer,
  wanted: Wanted = {},
): Promise<DocumentLine> {
  const { holder = { kind: "order", id: randomUUID() }, uploadedBy = null, now = start } = wanted
  const purpose = holder.kind === "order" ? "order-scan" : "evidence"
  const coming = { holder, purpose, fileName, sizeBytes: null, uploadedBy, now } as const
  const begun = await db.transaction((tx) => beginDocument(tx, coming))
  if ("kind" in begun) throw new Error(begun.refusal.code)
  async function* stream() {
    yield bytes
  }
  const at = { db, actor: visitor, now, requestId: "test" }
  await execute(receiveDocument, at, { ...begun, offset: 0, bytes: stream() })
  await judgeDocuments(db, wanted)
  const line = (await listDocuments(db, holder)).find(({ id }) => id === begun.id)
  if (!line) throw new Error("the document is gone")
  return line
}
