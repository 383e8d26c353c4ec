import "server-only"
import { isDeepStrictEqual } from "node:util"
import { findSetting, insertSetting } from "@/db/queries/settings"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"

/** A change asked for: `seen` is the version that the sender had before his eyes, 0 for none. */
type Change = {
  readonly key: string
  readonly value: unknown
  readonly seen: number
  readonly now: Date
  readonly by: string
}

/** What was made of it: the id and number of the new version and the value before, or why nothing was. */
type Changed =
  | { readonly id: string; readonly version: number; readonly before: unknown }
  | { readonly no: RefusalCode }

/**
 * Step: adds the next version of a setting. A version that is no longer the newest is not built upon: of two at once
 * the primary key lets one through.
 */
export async function changeSetting(
  tx: Transaction,
  { key, value, seen, now, by }: Change,
): Promise<Changed> {
  const current = await findSetting(tx, key)
  if ((current?.version ?? 0) !== seen) return { no: "settings.stale" }
  if (isDeepStrictEqual(current?.value, value)) return { no: "settings.unchanged" }
  const version = seen + 1
  const id = await insertSetting(tx, { key, version, value, changedAt: now, changedBy: by })
  return id === undefined ? { no: "settings.stale" } : { id, version, before: current?.value }
}
