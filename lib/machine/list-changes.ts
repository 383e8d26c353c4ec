import "server-only"
import { findFeedFloor } from "@/db/queries/machine"
import { found, notShown, read } from "@/lib/kernel/read"
import { nameSubjects } from "./name-subjects"
import { changeOut, readFeed } from "./read-feed"
import { canUse } from "./rules"
import { changesQuery } from "./schema"

/** What happened to the rights in one's own system, each entry once and in the order in which it was committed. */
export const listChanges = read({
  name: "machine.changes",
  input: changesQuery,
  allow: canUse("changes.read"),
  async run({ db, actor, input }) {
    const { limit, after: asked } = input
    const oldest = (await findFeedFloor(db)) ?? 1
    if (asked !== undefined && asked + 1 < oldest) return notShown("machine.cursor-too-old")
    const after = asked ?? oldest - 1
    const { entries, next, hasMore } = await readFeed(db, { systemCode: actor.systemCode, after, limit })
    const nameOf = await nameSubjects(db, actor.sector)
    return found({
      changes: entries.map((row) => changeOut(row, nameOf)),
      next: String(next),
      hasMore,
    })
  },
})
