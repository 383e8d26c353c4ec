import "server-only"
import { findName, listDeskDocuments, lockCase } from "@/db/queries/desk"
import { findNeighbour, findUndoable, listPastDecisions } from "@/db/queries/desk-queue"
import { allows } from "@/lib/cases/rules"
import { command } from "@/lib/kernel/command"
import { isFreshFor } from "@/lib/kernel/execute"
import { done, refused } from "@/lib/kernel/outcome"
import { parseQuery } from "./parse-query"
import { queueScope } from "./queue-scope"
import { viewCaseInput } from "./schema"
import { beyondDeciding, canSeeDesk, isHeldByOther, isSeenBy } from "./standing"
import { subjectOf } from "./subjects"
import { takeClaim } from "./take-claim"

/** Less than this left of a fresh proof is none, as at the step-up itself. In seconds. */
const margin = 60

/**
 * Shows a case with all that is known of it, and takes it in hand for who may decide on it. A command, for two reasons:
 * national IDs stand there in full, so that every look is audited; and what one reviewer looks at, no other decides on.
 */
export const viewCase = command({
  name: "desk.view",
  input: viewCaseInput,
  allow: canSeeDesk,
  async run({ tx, actor, now, input }) {
    const held = await lockCase(tx, input.number)
    if (!held || !isSeenBy(actor, held)) return refused("not-found")
    const claimedUntil = await takeClaim(tx, actor, { case: held, now })
    const beyond = await beyondDeciding(tx, actor, { case: held, now })
    const query = parseQuery(input.q)
    const scope = await queueScope(tx, actor, now)
    const neighbour = (way: "next" | "previous") =>
      findNeighbour(tx, query, scope, { number: held.number, way })
    const decisions = await listPastDecisions(tx, held.id, actor.accountId)
    const inForce = decisions.find(({ endedAt }) => endedAt === null)
    const isHeld = isHeldByOther(actor, held, now)
    const canDecide = !beyond && !isHeld && allows("decide", held.state)
    const value = {
      number: held.number,
      kind: held.kind,
      title: held.title,
      state: held.state,
      version: held.version,
      submittedAt: held.submittedAt,
      waitingSince: held.waitingSince,
      facts: await subjectOf(held.kind).forReview(tx, held.subjectId, now),
      documents: await listDeskDocuments(tx, held),
      decisions,
      beyond,
      canDecide,
      mustProve: canDecide && !isFreshFor(actor, "run", new Date(now.getTime() + margin * 1000)),
      canReopen: !beyond && allows("reopen", held.state) && inForce?.tookEffectAt != null,
      claimedUntil,
      holder: isHeld && held.claimedBy ? await findName(tx, held.claimedBy) : undefined,
      next: await neighbour("next"),
      previous: await neighbour("previous"),
      undoable: await findUndoable(tx, actor.accountId, now),
      now,
    }
    const detail = { kind: held.kind, inHand: claimedUntil !== undefined }
    return done(value, { subject: held.id, unit: held.unitId, detail })
  },
})
