import "server-only"
import { provePasskey } from "@/lib/factors/prove-passkey"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { assurances } from "@/lib/sessions/rules"
import { admit } from "./admit"
import type { SignedIn } from "./redeem-code"
import { signInByPasskeyInput } from "./schema"

/** A whole sign-in by passkey: it names the account, and its device has asked who holds it. */
export const signInByPasskey = command({
  name: "signin.passkey",
  input: signInByPasskeyInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const { response, rp, passkeyBrowser, returnTo, sharedComputer, locale, browser } = input
    // Without the cookie there is no browser to which a challenge could belong.
    if (!passkeyBrowser) return refused("factors.passkey-wrong")
    const use = { purpose: "sign-in", binding: passkeyBrowser } as const
    const proof = await provePasskey(tx, { response, rp, use, now })
    if ("no" in proof) {
      const { owned } = proof
      return refusedOnRecord(proof.no, owned ? { account: owned.passkey.accountId } : {})
    }
    const { passkey, state, method, email, emailVerifiedAt } = proof.owned
    const { accountId } = passkey
    const note = { account: accountId, subject: passkey.id }
    if (state !== "active")
      return refusedOnRecord(
        state === "suspended" || state === "locked" ? "signin.suspended" : "signin.not-active",
        note,
      )
    if (method === "thaid") return refusedOnRecord("signin.thaid-only", note)
    const assurance = assurances.passkey
    const address = emailVerifiedAt ? email : null
    const admitted = await admit(tx, {
      accountId,
      email: address,
      assurance,
      sharedComputer,
      locale,
      browser,
      now,
    })
    if ("no" in admitted) return refusedOnRecord(admitted.no, note)
    const { sessionId, ...tokens } = admitted
    return done<SignedIn>(
      { ...tokens, returnTo: returnTo ?? null },
      { ...note, session: sessionId, detail: { acr: assurance.acr } },
    )
  },
})
