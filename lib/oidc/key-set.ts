import "server-only"
import { createHash } from "node:crypto"
import { type KeyRow, listKeys } from "@/db/queries/oidc"
import type { Executor } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { open } from "@/lib/crypto/seal"
import { oidcKeyPlace } from "@/lib/systems/places"
import { keyUses } from "./rules"

/** The provider's keys, opened. `version` changes with whatever of them changes. */
export type KeySet = {
  readonly version: string
  readonly jwks: readonly Record<string, unknown>[]
  readonly cookies: readonly string[]
  /** Makes the names of persons at outside agencies; it never changes, or they would. */
  readonly subjects: string
}

/** The first one signs, the others prove; what is only published stands behind what signs. */
const order = { active: 0, next: 1, retired: 2 } as const

/** What the keys' rows say without being opened: equal for equal key sets. */
export function keyVersion(rows: readonly KeyRow[]): string {
  const names = rows.map(({ kid, state }) => `${kid} ${state}`).toSorted()
  return createHash("sha256").update(names.join("\n")).digest("base64url")
}

/** Opens the keys of the provider. Throws where one that signs is missing: there are no others to fall back to. */
export async function openKeySet(db: Executor, ring: KeyRing): Promise<KeySet> {
  const rows = (await listKeys(db)).toSorted((a, b) => order[a.state] - order[b.state])
  const opened = (row: KeyRow) => open(ring, oidcKeyPlace(row.kid), row.keySealed)
  const signing = rows.filter(({ use }) => use === "RS256" || use === "ES256")
  const subjects = rows.find(({ use }) => use === "subjects")
  // the next one proves already: another instance may sign with it a few seconds before this one
  const cookies = rows.filter(({ use }) => use === "cookies")
  const lacking = keyUses.filter((use) => !rows.some((row) => row.use === use && row.state === "active"))
  if (lacking.length > 0 || !subjects)
    throw new Error(`the OpenID Provider has no active key for ${lacking.join(", ")}`)
  return {
    version: keyVersion(rows),
    jwks: signing.map((row) => JSON.parse(opened(row)) as Record<string, unknown>),
    cookies: cookies.map(opened),
    subjects: opened(subjects),
  }
}
