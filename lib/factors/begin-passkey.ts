import "server-only"
import { generateRegistrationOptions } from "@simplewebauthn/server"
import { lockOwner } from "@/db/queries/factors"
import { listPasskeys } from "@/db/queries/passkeys"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { keepChallenge } from "./passkey-challenge"
import { factorLimits } from "./rules"
import { beginPasskeyInput } from "./schema"
import { userHandle } from "./user-handle"

/** Begins to add a passkey: what the browser needs to make one that is kept on the device and asks who holds it. */
export const beginPasskey = command({
  name: "factors.begin-passkey",
  input: beginPasskeyInput,
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor: { accountId, sessionId }, now, input: { rp, label } }) {
    const owner = await lockOwner(tx, accountId)
    if (owner?.method === "thaid") return refused("signin.thaid-only")
    const known = await listPasskeys(tx, accountId)
    if (known.length >= factorLimits.passkeys) return refused("factors.too-many")
    const options = await generateRegistrationOptions({
      rpName: "DLA SSO",
      rpID: rp.id,
      userName: label,
      userDisplayName: label,
      userID: userHandle(accountId),
      attestationType: "none",
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      timeout: factorLimits.challenge * 1000,
    })
    await keepChallenge(tx, { purpose: "register", binding: sessionId }, options.challenge, now)
    return done({ options }, { subject: accountId })
  },
})
