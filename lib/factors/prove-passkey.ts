import "server-only"
import { verifyAuthenticationResponse } from "@simplewebauthn/server"
import type { z } from "zod"
import { findPasskey, markPasskeyStopped, markPasskeyUsed, type Passkey } from "@/db/queries/passkeys"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { answeredChallenge } from "./client-data"
import { type ChallengeUse, spendChallenge } from "./passkey-challenge"
import type { passkeyResponse, relyingParty } from "./schema"
import { tellOwner } from "./tell-owner"
import { userHandle } from "./user-handle"

/** What a browser brought, for what it was asked, and whose it has to be where that is known. */
type Brought = {
  readonly response: z.output<typeof passkeyResponse>
  readonly rp: z.output<typeof relyingParty>
  readonly use: ChallengeUse
  readonly accountId?: string
  readonly now: Date
}

type Owned = NonNullable<Awaited<ReturnType<typeof findPasskey>>>

/**
 * Step: takes a proof by passkey, once. Whatever it comes to, its challenge is spent, so the caller keeps that on record.
 * A counter that did not grow means that somebody holds a copy: the passkey is stopped and its owner told.
 */
export async function provePasskey(
  tx: Transaction,
  { response, rp, use, accountId, now }: Brought,
): Promise<{ readonly owned: Owned } | { readonly no: RefusalCode; readonly owned?: Owned }> {
  const challenge = answeredChallenge(response.response.clientDataJSON) ?? ""
  if (!(await spendChallenge(tx, use, challenge, now))) return { no: "factors.passkey-wrong" }
  const owned = await findPasskey(tx, response.id)
  if (!owned || (accountId && owned.passkey.accountId !== accountId)) return { no: "factors.passkey-unknown" }
  const counter = await signedCounter(owned.passkey, response, rp, challenge)
  if (counter === undefined) return { no: "factors.passkey-wrong", owned }
  if (await markPasskeyUsed(tx, owned.passkey.id, counter, now)) return { owned }
  if (await markPasskeyStopped(tx, owned.passkey.id, now))
    await tellOwner(tx, owned.passkey.accountId, "passkey-stopped", now)
  return { no: "factors.passkey-stopped", owned }
}

/** The counter under a good signature with the person verified; nothing when anything of it is not as it has to be. */
async function signedCounter(
  passkey: Passkey,
  response: Brought["response"],
  rp: Brought["rp"],
  challenge: string,
): Promise<number | undefined> {
  const { authenticatorData, signature, clientDataJSON, userHandle: handle } = response.response
  if (!(authenticatorData && signature)) return undefined
  if (handle && handle !== Buffer.from(userHandle(passkey.accountId)).toString("base64url")) return undefined
  const checked = await verifyAuthenticationResponse({
    response: { ...response, response: { authenticatorData, signature, clientDataJSON } },
    expectedChallenge: challenge,
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    // The counter is judged by the row, where two answers at once cannot both pass.
    credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch(() => undefined)
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined
}
