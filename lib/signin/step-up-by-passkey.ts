import "server-only"
import { provePasskey } from "@/lib/factors/prove-passkey"
import { factorStanding } from "@/lib/factors/standing"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { assurances } from "@/lib/sessions/rules"
import { stepUpSession } from "@/lib/sessions/step-up-session"
import { stepUpByPasskeyInput } from "./schema"
import { mustUseThaid } from "./thaid-duty"

/** A step-up by one's own passkey, asked for by this very session. */
export const stepUpByPasskey = command({
  name: "signin.step-up-passkey",
  input: stepUpByPasskeyInput,
  allow: canBeAccount,
  async run({ tx, actor: { accountId, sessionId }, now, input: { response, rp } }) {
    const note = { subject: sessionId }
    const { method } = await factorStanding(tx, accountId)
    if (method === "thaid") return refusedOnRecord("signin.thaid-only", note)
    if (await mustUseThaid(tx, accountId, now)) return refusedOnRecord("signin.thaid-required", note)
    const use = { purpose: "step-up", binding: sessionId } as const
    const proof = await provePasskey(tx, { response, rp, use, accountId, now })
    if ("no" in proof) return refusedOnRecord(proof.no, note)
    const { acr } = assurances.passkey
    const session = await stepUpSession(tx, { sessionId, acr, now })
    if (!session) return refused("signin.step-up-gone")
    return done({ session }, { ...note, detail: { acr } })
  },
})
