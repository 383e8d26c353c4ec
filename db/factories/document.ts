import { createHash, randomUUID } from "node:crypto"
import { documents } from "@/db/schema/documents"
import type { Database } from "@/db/types"
import type { DocumentHolder } from "@/lib/documents/begin-document"
import { newSealedKey } from "@/lib/documents/file-key"

/** Makes the row of an accepted document, without bytes: for what asks only whether there is one, and which. */
export async function makeDocument(
  db: Database,
  holder: DocumentHolder,
  overrides: Partial<typeof documents.$inferInsert> = {},
): Promise<{ readonly id: string; readonly sha256: string }> {
  const id = overrides.id ?? randomUUID()
  const sha256 = createHash("sha256").update(id).digest()
  await db.insert(documents).values({
    id,
    holderKind: holder.kind,
    holderId: holder.id,
    purpose: "evidence",
    fileName: "คำสั่งบรรจุ.pdf",
    mediaType: "application/pdf",
    sizeBytes: 1000,
    receivedBytes: 1000,
    state: "ready",
    virusScan: "clean",
    sha256,
    pages: 1,
    keySealed: newSealedKey(id),
    storageKey: `documents/${randomUUID()}`,
    createdAt: new Date("2026-11-20T02:00:00Z"),
    ...overrides,
  })
  return { id, sha256: sha256.toString("hex") }
}
