import "server-only"
import { findDocument } from "@/db/queries/documents"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { getUploadInput } from "./schema"
import { isTicketOf } from "./ticket"

/** How far a document is, for the script of the page that sends it: it goes on after a dropped connection, and waits for the judgement. */
export const getUpload = read({
  name: "documents.upload",
  input: getUploadInput,
  allow: canBeAnyone,
  isBeforePasswordChange: true,
  async run({ db, input: { id, ticket } }) {
    const document = isTicketOf(id, ticket) ? await findDocument(db, id) : null
    if (!document) return notShown()
    const { state, receivedBytes, refusal } = document
    return found({ state, receivedBytes, refusal })
  },
})
