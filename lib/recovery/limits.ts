import "server-only"
import type { Executor } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { type Allowance, countAgainst, type Limit } from "@/lib/rate-limit/count-against"
import { recoveryLimits } from "./rules"

/** What stands in the counters for an account, or for a name or number that is none. */
export function recoverySubject(of: string): Buffer {
  return keyedHash(keyRing(), "throttle", `recovery/${of}`)
}

/**
 * Step: counts a wish to get back in against the network address and against what was typed. Both are asked of everybody,
 * so that a no tells nothing about accounts.
 */
export async function countWish(
  db: Executor,
  wish: { readonly typed: string; readonly address: string | null; readonly now: Date },
): Promise<Allowance> {
  const { typed, address, now } = wish
  const { addressWindow: windowSeconds, perName, hour } = recoveryLimits
  const key = keyedHash(keyRing(), "address", address ?? "unknown")
  const limit = env.ADDRESS_FAILURE_LIMIT
  const byAddress = await countAgainst(db, { scope: "recoveries-address", key, limit, windowSeconds, now })
  const byName = await countAgainst(db, {
    scope: "recoveries-name",
    key: recoverySubject(`name/${typed}`),
    limit: perName,
    windowSeconds: hour,
    now,
  })
  return byAddress.allowed ? byName : byAddress
}

/** The limit of mails an hour. Beyond it nothing is mailed, and nobody is told so. */
export function mailLimit(subject: Buffer, now: Date): Limit {
  const { perAccount: limit, hour: windowSeconds } = recoveryLimits
  return { scope: "recoveries-mailed", key: subject, limit, windowSeconds, now }
}

/** The limit of wrong codes an hour. */
export function wrongLimit(subject: Buffer, now: Date): Limit {
  const { wrongPerHour: limit, hour: windowSeconds } = recoveryLimits
  return { scope: "recoveries-wrong", key: subject, limit, windowSeconds, now }
}
