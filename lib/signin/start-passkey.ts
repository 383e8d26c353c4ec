import "server-only"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { askPasskey } from "@/lib/factors/ask-passkey"
import { factorStanding } from "@/lib/factors/standing"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { lockOpenFlow } from "./find-flow"
import { thaidStartLimit } from "./rules"
import { startPasskeyInput } from "./schema"

/** What the browser asks its devices, and the value of its cookie where the challenge is bound to that. */
type Asked = { readonly options: Awaited<ReturnType<typeof askPasskey>>; readonly browser?: string }

/** Asks for a passkey: at the door, as the second step of a sign-in, or to prove once more who is signed in. */
export const startPasskey = command({
  name: "signin.passkey-start",
  input: startPasskeyInput,
  allow: canBeAnyone,
  async run({ tx, actor, now, input }) {
    const rpId = input.rp.id
    if (input.purpose === "sign-in") {
      const key = keyedHash(keyRing(), "address", input.address ?? "unknown")
      const counted = await countAgainst(tx, {
        scope: "passkey-starts-address",
        key,
        now,
        ...thaidStartLimit,
      })
      if (!counted.allowed) return refused("signin.too-many-from-address", { until: counted.until })
      const browser = input.browser ?? randomToken()
      const options = await askPasskey(tx, { purpose: "sign-in", binding: browser }, { rpId, now })
      return done<Asked>({ options, browser })
    }
    if (input.purpose === "second-step") {
      const opened = await lockOpenFlow(tx, input.flow ?? "", now)
      if ("shut" in opened) return refused(opened.shut)
      const { accountId, id } = opened.flow
      const use = { purpose: "second-step", binding: id } as const
      const options = await askPasskey(tx, use, { rpId, accountId, now })
      return done<Asked>({ options }, { account: accountId, subject: id })
    }
    if (actor.kind !== "account") return refused("forbidden")
    const { accountId, sessionId } = actor
    const { method } = await factorStanding(tx, accountId)
    if (method === "thaid") return refusedOnRecord("signin.thaid-only", { subject: sessionId })
    const use = { purpose: "step-up", binding: sessionId } as const
    const options = await askPasskey(tx, use, { rpId, accountId, now })
    return done<Asked>({ options }, { subject: sessionId })
  },
})
