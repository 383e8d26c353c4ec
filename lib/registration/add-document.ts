import "server-only"
import { beginDocument } from "@/lib/documents/begin-document"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { openRequest } from "./open-request"
import { editableFields } from "./rules"
import { addDocumentInput } from "./schema"

/** Makes room for a file of a request: what comes back lets its bytes be sent. */
export const addDocument = command({
  name: "registration.add-document",
  input: addDocumentInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const row = await openRequest(tx, { registration: input.registration, now })
    if ("kind" in row) return row
    if (!editableFields(row).has("documents")) return refused("registration.closed")
    const { fileName, sizeBytes } = input
    const holder = { kind: "registration", id: row.id } as const
    const coming = { holder, purpose: "evidence", fileName, sizeBytes, uploadedBy: null, now } as const
    const begun = await beginDocument(tx, coming)
    if ("kind" in begun) return begun
    return done(begun, { subject: row.id, detail: { document: begun.id } })
  },
})
