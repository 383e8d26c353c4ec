import "server-only"
import { findRegistration } from "@/db/queries/registration"
import { openPageOf } from "@/lib/documents/open-page"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { registrationTokenHashes } from "./hashes"
import { isAllowed } from "./rules"
import { viewOwnPageInput } from "./schema"

/**
 * Shows an applicant a page of what he sent himself, in the browser that holds his request: what he looks at is what the
 * officer will see. Written down like every other look.
 */
export const viewOwnPage = command({
  name: "registration.view-page",
  input: viewOwnPageInput,
  allow: canBeAnyone,
  async run({ tx, now, input: { registration, id, page } }) {
    const row = await findRegistration(tx, { tokenHashes: registrationTokenHashes(registration) })
    const isOver = row && isAllowed("edit", row.state) && row.expiresAt <= now
    if (!row || isOver || !isAllowed("withdraw", row.state)) return refused("not-found")
    const opened = await openPageOf(tx, { holderKind: "registration", holderId: row.id }, { id, page })
    return opened ? done(opened, { subject: id, detail: { page, isOwn: true } }) : refused("not-found")
  },
})
