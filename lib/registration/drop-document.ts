import "server-only"
import { removeDocument } from "@/lib/documents/remove-document"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { openRequest } from "./open-request"
import { editableFields } from "./rules"
import { dropDocumentInput } from "./schema"

/** Takes a file off a request. */
export const dropDocument = command({
  name: "registration.drop-document",
  input: dropDocumentInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const row = await openRequest(tx, { registration: input.registration, now })
    if ("kind" in row) return row
    if (!editableFields(row).has("documents")) return refused("registration.closed")
    const { documentId } = input
    const isThere = await removeDocument(tx, { kind: "registration", id: row.id }, { id: documentId, now })
    if (!isThere) return refused("not-found")
    return done(null, { subject: row.id, detail: { document: documentId } })
  },
})
