import "server-only"
import { lockNext } from "@/db/queries/desk"
import { fits } from "@/db/queries/desk-queue"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { parseQuery } from "./parse-query"
import { queueScope } from "./queue-scope"
import { claimNextInput } from "./schema"
import { canDecideSomething } from "./standing"
import { takeClaim } from "./take-claim"

/**
 * Takes the first case of the reviewer's queue that waits, that he may decide and that nobody has in hand. Cases that
 * others are taking at the same moment are passed over, so that no two reviewers wait for each other or get the same.
 */
export const claimNext = command({
  name: "desk.claim-next",
  input: claimNextInput,
  allow: canDecideSomething,
  async run({ tx, actor, now, input }) {
    const scope = await queueScope(tx, actor, now)
    const isFit = fits({ ...parseQuery(input.q), isForMe: true }, scope)
    const next = await lockNext(tx, { isFit, by: actor.accountId, now })
    const until = next && (await takeClaim(tx, actor, { case: next, now }))
    if (!next || !until) return refused("desk.nothing-waiting")
    return done({ number: next.number }, { subject: next.id, unit: next.unitId, detail: { kind: next.kind } })
  },
})
