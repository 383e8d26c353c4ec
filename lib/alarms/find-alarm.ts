import "server-only"
import { findAlarmOf } from "@/db/queries/alarms"
import type { Executor } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"

/** What became of a link “this wasn't me”: whose it is and whether it was used; nothing when there is none, or none any more. */
export async function findAlarm(
  db: Executor,
  token: string,
  now: Date,
): Promise<{ readonly accountId: string; readonly isUsed: boolean } | undefined> {
  const alarm = await findAlarmOf(db, alarmTokenHashes(token))
  if (!alarm?.accountId || alarm.expiresAt <= now) return undefined
  return { accountId: alarm.accountId, isUsed: alarm.usedAt !== null }
}

/** The hashes by which a token may be kept, one for each key of the ring. */
export function alarmTokenHashes(token: string): Buffer[] {
  return keyedHashes(keyRing(), "flow-token", `alarm/${token}`)
}
