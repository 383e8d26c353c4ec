import "server-only"
import { markAlarmsUsed, markAlarmUsed } from "@/db/queries/alarms"
import type { Transaction } from "@/db/types"
import { alarmTokenHashes } from "./find-alarm"

/**
 * Step: uses a link “this wasn't me” up, and with it every other one of the same account; returns whose it was, or nothing
 * when it is none, was used before, or is too old.
 */
export async function spendAlarm(tx: Transaction, token: string, now: Date): Promise<string | undefined> {
  const accountId = await markAlarmUsed(tx, alarmTokenHashes(token), now)
  if (accountId) await markAlarmsUsed(tx, accountId, now)
  return accountId
}
