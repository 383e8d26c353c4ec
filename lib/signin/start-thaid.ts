import "server-only"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { thaidStartLimit } from "./rules"
import { startThaidInput } from "./schema"
import { keepErrand, prepareErrand } from "./thaid-errand"

/** Begins a sign-in by ThaiID: what comes back is the address to send the browser to, and the value of its cookie. */
export const startThaid = command({
  name: "signin.thaid-start",
  input: startThaidInput,
  allow: canBeAnyone,
  prepare: ({ now }) => prepareErrand(now),
  async run({ tx, now, input, prepared }) {
    const key = keyedHash(keyRing(), "address", input.address ?? "unknown")
    const counted = await countAgainst(tx, { scope: "thaid-starts-address", key, now, ...thaidStartLimit })
    if (!counted.allowed) return refused("signin.too-many-from-address", { until: counted.until })
    if ("code" in prepared) return refusedOnRecord(prepared.code, { detail: { why: prepared.why } })
    const { address, browser, attemptId } = await keepErrand(tx, prepared, {
      purpose: "sign-in",
      accountId: null,
      sessionId: null,
      returnTo: input.returnTo ?? null,
      sharedComputer: input.sharedComputer,
      browser: input.browser,
      now,
    })
    return done({ address, browser }, { subject: attemptId })
  },
})
