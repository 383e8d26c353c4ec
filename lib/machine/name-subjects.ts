import "server-only"
import { createHmac } from "node:crypto"
import { findSubjectsKey } from "@/db/queries/machine"
import type { Executor } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { oidcKeyPlace } from "@/lib/systems/places"

/** One name of a person for all systems of an outside agency, and another for the next (OpenID Connect Core 1.0 §8.1). */
export function pairwiseName(secret: string, sector: string, accountId: string): string {
  return createHmac("sha256", secret).update(`${sector} ${accountId}`).digest("base64url")
}

/** How the systems of one sector know a person: the `sub` of their ID tokens. The portal's own know the account itself. */
export async function nameSubjects(
  db: Executor,
  sector: string | null,
): Promise<(accountId: string) => string> {
  if (sector === null) return (accountId) => accountId
  const key = await findSubjectsKey(db)
  if (!key) throw new Error("there is no key for the names of persons")
  const secret = open(keyRing(), oidcKeyPlace(key.kid), key.keySealed)
  return (accountId) => pairwiseName(secret, sector, accountId)
}
