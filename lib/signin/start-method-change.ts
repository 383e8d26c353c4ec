import "server-only"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { heldBack } from "./held-back"
import { startMethodChangeInput } from "./schema"
import { keepErrand, prepareErrand } from "./thaid-errand"

/**
 * Begins a change of one's sign-in method: to ThaiID or back to the password, either way by proving with ThaiID, here and
 * now, that it is oneself. That is the step-up of this change: a session alone changes nothing.
 */
export const startMethodChange = command({
  name: "signin.start-method-change",
  input: startMethodChangeInput,
  allow: canBeAccount,
  prepare: ({ now }) => prepareErrand(now),
  async run({ tx, actor, now, input, prepared }) {
    const { accountId, sessionId } = actor
    const held = await heldBack(tx, accountId, input.to, now)
    if (held) return refused(held)
    const note = { subject: accountId }
    if ("code" in prepared) return refusedOnRecord(prepared.code, { ...note, detail: { why: prepared.why } })
    const { address, browser } = await keepErrand(tx, prepared, {
      purpose: input.to === "thaid" ? "link" : "unlink",
      accountId,
      sessionId,
      returnTo: null,
      sharedComputer: false,
      browser: input.browser,
      now,
    })
    return done({ address, browser }, { ...note, detail: { to: input.to } })
  },
})
