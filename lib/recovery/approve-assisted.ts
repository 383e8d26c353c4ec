import "server-only"
import { insertApproval } from "@/db/queries/recovery-assisted"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canRecoverSomebody, lockForDecision } from "./in-charge"
import { decideAssistedInput } from "./schema"
import { sendLink } from "./send-link"

/** A second person in charge approves; the link goes out as soon as it may. Nobody approves twice, nor his own. */
export const approveAssisted = command({
  name: "recovery.approve",
  input: decideAssistedInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const assisted = await lockForDecision(tx, actor, { ...input, now })
    if (typeof assisted === "string") return refused(assisted)
    if (!(await insertApproval(tx, assisted.id, actor.accountId, now)))
      return refused("recovery.approved-already")
    const sent = await sendLink(tx, assisted, { by: actor.accountId, now })
    return done({ sent }, { subject: assisted.accountId, unit: assisted.unitId, detail: { sent } })
  },
})
