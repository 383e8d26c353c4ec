import "server-only"
import { markRunPrinted } from "@/db/queries/activation-register"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canIssueCodes } from "./in-charge"
import { runInput } from "./schema"

/** The letters of a run are on paper: from now on the portal itself no longer knows their codes. */
export const closeRun = command({
  name: "activation.close-run",
  input: runInput,
  allow: canIssueCodes,
  async run({ tx, actor, now, input }) {
    const count = await markRunPrinted(tx, { runId: input.run, issuedBy: actor.accountId, now })
    if (count === 0) return refused("activation.printed")
    return done({ count }, { subject: input.run, detail: { count } })
  },
})
