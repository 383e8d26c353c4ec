import "server-only"
import { markAssisted } from "@/db/queries/recovery-assisted"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canRecoverSomebody, lockForDecision } from "./in-charge"
import { decideAssistedInput } from "./schema"

/** A person in charge says no; nothing was changed by then, and another may be asked for. */
export const refuseAssisted = command({
  name: "recovery.refuse",
  input: decideAssistedInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const assisted = await lockForDecision(tx, actor, { ...input, now })
    if (typeof assisted === "string") return refused(assisted)
    await markAssisted(tx, assisted.id, { state: "refused", by: actor.accountId, now })
    return done({ sent: false }, { subject: assisted.accountId, unit: assisted.unitId })
  },
})
