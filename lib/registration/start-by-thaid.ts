import "server-only"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { thaidStartLimit } from "@/lib/signin/rules"
import { keepErrand, prepareErrand } from "@/lib/signin/thaid-errand"
import { openRequest } from "./open-request"
import { startByThaidInput } from "./schema"

/** Begins the proof of an applicant by ThaiID: the address to send the browser to, and the value of its cookie. */
export const startByThaid = command({
  name: "registration.thaid-start",
  input: startByThaidInput,
  allow: canBeAnyone,
  prepare: ({ now }) => prepareErrand(now),
  async run({ tx, now, input, prepared }) {
    const row = await openRequest(tx, { registration: input.registration, now })
    if ("kind" in row) return row
    if (row.state !== "draft") return refused("registration.closed")
    const key = keyedHash(keyRing(), "address", input.address ?? "unknown")
    const counted = await countAgainst(tx, { scope: "thaid-starts-address", key, now, ...thaidStartLimit })
    if (!counted.allowed) return refused("registration.too-many", { until: counted.until })
    if ("code" in prepared) return refusedOnRecord(prepared.code, { detail: { why: prepared.why } })
    const { address, browser, attemptId } = await keepErrand(tx, prepared, {
      purpose: "register",
      accountId: null,
      sessionId: null,
      returnTo: null,
      sharedComputer: false,
      browser: input.browser,
      now,
    })
    return done({ address, browser }, { subject: attemptId })
  },
})
