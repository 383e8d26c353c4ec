import "server-only"
import {
  type Credential,
  type CredentialKey,
  countPasswordFailure,
  findCredential,
  findStanding,
  markPasswordRight,
  type Standing,
} from "@/db/queries/signin"
import type { Database, Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { decoyHash, HashingBusy, verifyPassword } from "@/lib/crypto/password-hash"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { type Refused, refused } from "@/lib/kernel/outcome"
import { passwordLimits } from "./rules"
import { throttleKeys } from "./throttle-keys"

/** A password checked, whatever came of it, with what its failure counts against. */
export type CheckedPassword = {
  readonly credential: Credential | undefined
  readonly standing: Standing
  readonly keys: ReturnType<typeof throttleKeys>
  readonly matches: boolean
}

/**
 * Step before a transaction: checks a password, unless a wait, a crowded address or a closed password route forbids it.
 * Known and unknown names cost the same: two look-ups, one hash.
 *
 * @param at.typed the user name as typed, for the count of a name that is no account
 */
export async function checkPassword(
  db: Database,
  at: {
    readonly key: CredentialKey
    readonly typed: string
    readonly password: string
    readonly browser: { readonly address: string | null; readonly device?: string | undefined }
    readonly now: Date
  },
): Promise<CheckedPassword | Refused> {
  const { device, address } = at.browser
  const deviceHashes = keyedHashes(keyRing(), "device-token", device ?? "")
  const credential = await findCredential(db, at.key, deviceHashes)
  const keys = throttleKeys({ typed: at.typed, credential, device, address })
  const standing = await findStanding(db, { ...keys, now: at.now })
  const stopped = stoppedBefore(standing, credential)
  if (stopped) return stopped
  try {
    const matches = await verifyPassword(credential?.passwordHash ?? decoyHash(), at.password)
    return { credential, standing, keys, matches: matches && credential?.passwordHash != null }
  } catch (thrown) {
    if (thrown instanceof HashingBusy) return refused("signin.busy")
    throw thrown
  }
}

/** Step: counts a failure where it counts, or forgets the failures before a right one; says until when to wait. */
export function concludePassword(
  tx: Transaction,
  { credential, keys, matches }: CheckedPassword,
  now: Date,
): Promise<{ waitUntil: Date | null }> {
  if (matches && credential) return markPasswordRight(tx, { ...keys, now })
  const accountId = credential?.accountId ?? null
  return countPasswordFailure(tx, { ...keys, accountId, now, limits: passwordLimits })
}

/** What ends the step before any hash: a wait, a crowded address, a closed password route. Alike for unknown names. */
function stoppedBefore(standing: Standing, credential: Credential | undefined): Refused | undefined {
  if (standing.waitUntil) return refused("signin.wait", { until: standing.waitUntil })
  if (standing.addressFailures >= env.ADDRESS_FAILURE_LIMIT && standing.addressWindowEndsAt) {
    return refused("signin.too-many-from-address", { until: standing.addressWindowEndsAt })
  }
  const closed = credential ? credential.passwordClosed : standing.failuresToday >= passwordLimits.closeAfter
  return closed ? refused("signin.password-closed") : undefined
}
