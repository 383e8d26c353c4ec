import "server-only"
import { countPasswordFailure, findStanding, markPasswordRight, type Standing } from "@/db/queries/signin"
import { type Credential, type CredentialKey, findCredential } from "@/db/queries/signin-credentials"
import type { Database, Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { isWeakHash } from "@/lib/crypto/legacy-hash"
import { decoyHash, HashingBusy, hashPassword, needsRehash, verifyPassword } from "@/lib/crypto/password-hash"
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
  /** The hash in place of one of an older kind or of lower parameters. */
  readonly rehashed?: string | undefined
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
    const stored = credential?.passwordHash ?? undefined
    const matches = (await verifyPassword(stored ?? decoyHash(), at.password)) && stored !== undefined
    const rehashed = matches && needsRehash(stored) ? await rehash(stored, at.password) : undefined
    return { credential, standing, keys, matches, rehashed }
  } catch (thrown) {
    if (thrown instanceof HashingBusy) return refused("signin.busy")
    throw thrown
  }
}

/** Today's hash of a right password. A busy portal leaves it for the next time, unless the stored one is weak. */
async function rehash(stored: string, password: string): Promise<string | undefined> {
  try {
    return await hashPassword(password)
  } catch (thrown) {
    if (thrown instanceof HashingBusy && !isWeakHash(stored)) return undefined
    throw thrown
  }
}

/**
 * Step: counts a failure where it counts, or forgets the failures before a right one; says until when to wait. A right
 * password is kept under today's hash from now on; one that a weak hash gave away has to be changed.
 */
export function concludePassword(
  tx: Transaction,
  { credential, keys, matches, rehashed }: CheckedPassword,
  now: Date,
): Promise<{ waitUntil: Date | null }> {
  if (matches && credential) {
    const { accountId, passwordHash: former } = credential
    if (!(rehashed && former)) return markPasswordRight(tx, { ...keys, now })
    const rehash = { accountId, former, hash: rehashed, isWeak: isWeakHash(former) }
    return markPasswordRight(tx, { ...keys, now, rehash })
  }
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
