import "server-only"
import { generateAuthenticationOptions } from "@simplewebauthn/server"
import { listPasskeys } from "@/db/queries/passkeys"
import type { Transaction } from "@/db/types"
import { type ChallengeUse, keepChallenge } from "./passkey-challenge"
import { factorLimits } from "./rules"

/**
 * Step: asks for a proof by passkey; what comes back is for the browser. Of a known account its own passkeys are named;
 * at the door nobody is known, and the device offers what it keeps for this portal.
 */
export async function askPasskey(
  tx: Transaction,
  use: ChallengeUse,
  of: { readonly rpId: string; readonly accountId?: string; readonly now: Date },
) {
  const known = of.accountId ? await listPasskeys(tx, of.accountId) : []
  const options = await generateAuthenticationOptions({
    rpID: of.rpId,
    userVerification: "required",
    timeout: factorLimits.challenge * 1000,
    allowCredentials: known
      .filter(({ stoppedAt }) => !stoppedAt)
      .map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  })
  await keepChallenge(tx, use, options.challenge, of.now)
  return options
}
