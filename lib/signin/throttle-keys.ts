import "server-only"
import type { CredentialKey } from "@/db/queries/signin-credentials"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { typedNationalId, usernameKey } from "./rules"

/** The count that all browsers share which have not signed in to the account before. */
const anyDevice = Buffer.alloc(0)

/** How an account is looked up by what was typed as user name. */
export function credentialKey(typed: string): CredentialKey {
  const nationalId = typedNationalId(typed)
  return nationalId
    ? { nationalIdHashes: keyedHashes(keyRing(), "national-id", nationalId) }
    : { usernameKey: usernameKey(typed) }
}

/** Against what failures are counted: the account, or the name that is none; a known browser has its own count. */
export function throttleKeys(at: {
  readonly typed: string
  readonly credential: { readonly accountId: string; readonly knownDevice: boolean } | undefined
  readonly device: string | undefined
  readonly address: string | null
}): {
  readonly subject: Buffer
  readonly device: Buffer
  readonly addressKey: Buffer
} {
  const ring = keyRing()
  const name = typedNationalId(at.typed) ?? usernameKey(at.typed)
  return {
    subject: keyedHash(
      ring,
      "throttle",
      at.credential ? `account/${at.credential.accountId}` : `name/${name}`,
    ),
    device: at.credential?.knownDevice && at.device ? keyedHash(ring, "device-token", at.device) : anyDevice,
    addressKey: keyedHash(ring, "address", at.address ?? "unknown"),
  }
}
