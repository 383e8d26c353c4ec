import "server-only"
import { randomUUID } from "node:crypto"
import { verifyRegistrationResponse } from "@simplewebauthn/server"
import type { z } from "zod"
import { findFactorStanding, lockOwner } from "@/db/queries/factors"
import { insertPasskey, listPasskeys } from "@/db/queries/passkeys"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { assurances } from "@/lib/sessions/rules"
import { stepUpSession } from "@/lib/sessions/step-up-session"
import { answeredChallenge } from "./client-data"
import { spendChallenge } from "./passkey-challenge"
import { issueRecoveryCodes } from "./recovery-codes"
import { factorLimits } from "./rules"
import { addPasskeyInput } from "./schema"
import { tellOwner } from "./tell-owner"

/** Adds the passkey that a device has made. With the first factor come the recovery codes, told this once. */
export const addPasskey = command({
  name: "factors.add-passkey",
  input: addPasskeyInput,
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor: { accountId, sessionId }, now, input }) {
    await lockOwner(tx, accountId)
    const note = { subject: accountId }
    const challenge = answeredChallenge(input.response.response.clientDataJSON) ?? ""
    const isOurs = await spendChallenge(tx, { purpose: "register", binding: sessionId }, challenge, now)
    const made = isOurs ? await madeBy(input, challenge) : undefined
    if (!made) return refusedOnRecord("factors.passkey-wrong", note)
    if ((await listPasskeys(tx, accountId)).length >= factorLimits.passkeys)
      return refused("factors.too-many")
    const { hasTotp, hasPasskey } = await findFactorStanding(tx, accountId)
    const id = randomUUID()
    const isNew = await insertPasskey(tx, { id, accountId, name: input.name, createdAt: now, ...made })
    if (!isNew) return refusedOnRecord("factors.passkey-known", note)
    await tellOwner(tx, accountId, "passkey-added", now)
    const isFirst = !(hasTotp || hasPasskey)
    const codes = isFirst ? await issueRecoveryCodes(tx, accountId, now) : []
    // The device has just asked its owner: the session goes on as stepped up by it, under a new token.
    const session = await stepUpSession(tx, { sessionId, acr: assurances.passkey.acr, now })
    if (!session) return refused("signin.step-up-gone")
    return done({ codes, session }, { subject: id, detail: { first: isFirst } })
  },
})

/** What is kept of a passkey just made; nothing when it is not what was asked for. */
async function madeBy({ response, rp }: z.output<typeof addPasskeyInput>, challenge: string) {
  const { attestationObject, clientDataJSON, transports = [] } = response.response
  if (!attestationObject) return undefined
  const checked = await verifyRegistrationResponse({
    response: { ...response, response: { attestationObject, clientDataJSON } },
    expectedChallenge: challenge,
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!checked?.verified) return undefined
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: [...transports] }
}
