import "server-only"
import { insertAlarm } from "@/db/queries/alarms"
import type { Transaction } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { alarmLifetime } from "./rules"

/**
 * Step: a link “this wasn't me” for a mail to an account's owner; returns its token (256 bits), of which only the keyed
 * hash is kept. Without an account it is a link that does nothing, for what was typed and is nobody's.
 */
export async function setAlarm(tx: Transaction, accountId: string | null, now: Date): Promise<string> {
  const token = randomToken()
  await insertAlarm(tx, {
    tokenHash: keyedHash(keyRing(), "flow-token", `alarm/${token}`),
    accountId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + alarmLifetime * 1000),
  })
  return token
}
