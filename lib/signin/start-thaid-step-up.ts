import "server-only"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refusedOnRecord } from "@/lib/kernel/outcome"
import { startThaidStepUpInput } from "./schema"
import { keepErrand, prepareErrand } from "./thaid-errand"

/** Begins a step-up by ThaiID, for this session alone. */
export const startThaidStepUp = command({
  name: "signin.step-up-thaid-start",
  input: startThaidStepUpInput,
  allow: canBeAccount,
  prepare: ({ now }) => prepareErrand(now),
  async run({ tx, actor: { accountId, sessionId }, now, input, prepared }) {
    const note = { subject: sessionId }
    if ("code" in prepared) return refusedOnRecord(prepared.code, { ...note, detail: { why: prepared.why } })
    const { address, browser } = await keepErrand(tx, prepared, {
      purpose: "step-up",
      accountId,
      sessionId,
      returnTo: input.returnTo ?? null,
      sharedComputer: false,
      browser: input.browser,
      now,
    })
    return done({ address, browser }, note)
  },
})
