import "server-only"
import { findStandingPage } from "@/db/queries/documents"
import { may } from "@/lib/access/may"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { openPage } from "./open-page"
import { viewPageInput } from "./schema"

/**
 * Opens a page of a document: for whoever sees the affairs of the unit at whose desk it lies, and for who sent it. The
 * image alone; the file itself is handed to nobody. A command and no read, since each view is written down and shown to
 * the document's owner (`/account/activity`).
 */
export const viewPage = command({
  name: "documents.view",
  input: viewPageInput,
  allow: canBeAccount,
  async run({ tx, actor, input: { id, page } }) {
    const found = await findStandingPage(tx, id, page)
    if (!found) return refused("not-found")
    const { document, unit } = found
    const audit = { subject: id, detail: { page }, ...(unit ? { unit: unit.id } : {}) }
    const isOwn = document.uploadedBy === actor.accountId
    if (!(isOwn || (unit && may(actor, "rights.see", { path: unit.path }))))
      return refusedOnRecord("not-found", audit)
    return done(await openPage(found), audit)
  },
})
