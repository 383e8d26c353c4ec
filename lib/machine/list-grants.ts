import "server-only"
import { listGrantsHeld } from "@/db/queries/machine-grants"
import { found, read } from "@/lib/kernel/read"
import { nameSubjects } from "./name-subjects"
import { placeFeed } from "./read-feed"
import { canUse } from "./rules"
import { grantsQuery } from "./schema"

/**
 * All rights in one's own system as they stand, and from where in the feed to go on. That place is taken before the
 * first page is read: what was committed up to it is in the list, and what comes after it is in the feed, perhaps in both.
 */
export const listGrants = read({
  name: "machine.grants",
  input: grantsQuery,
  allow: canUse("changes.read"),
  async run({ db, actor, now, input: { after, limit } }) {
    const changesAfter = after?.changesAfter ?? (await placeFeed(db))
    const asked = { systemCode: actor.systemCode, after: after?.last, limit: limit + 1, now }
    const rows = await listGrantsHeld(db, asked)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    const nameOf = await nameSubjects(db, actor.sector)
    return found({
      grants: page.map(({ id: _id, accountId, ...held }) => ({ sub: nameOf(accountId), ...held })),
      next: last ? `${changesAfter}-${last.id}` : null,
      changesAfter: String(changesAfter),
    })
  },
})
