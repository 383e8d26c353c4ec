import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canRecoverSomebody, lockForDecision } from "./in-charge"
import { decideAssistedInput } from "./schema"
import { sendLink } from "./send-link"

/** Sends the link once the wait is over in which the owner could cancel. */
export const releaseAssisted = command({
  name: "recovery.release",
  input: decideAssistedInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const assisted = await lockForDecision(tx, actor, { ...input, now })
    if (typeof assisted === "string") return refused(assisted)
    if (!(await sendLink(tx, assisted, { by: actor.accountId, now })))
      return refused("recovery.not-yet", { until: assisted.waitUntil })
    return done({ sent: true }, { subject: assisted.accountId, unit: assisted.unitId })
  },
})
