import "server-only"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import type { Limit } from "@/lib/rate-limit/count-against"
import { otpLimits } from "./rules"

/** The limit of wrong codes an hour, over everything for which an account is mailed codes. */
export function wrongCodeLimit(accountId: string, now: Date): Limit {
  return limitOf("otp-wrong", accountId, otpLimits.wrongPerHour, now)
}

/** The limit of codes mailed an hour, over everything for which an account is mailed codes. */
export function mailedCodeLimit(accountId: string, now: Date): Limit {
  return limitOf("otp-mailed", accountId, otpLimits.mailedPerHour, now)
}

function limitOf(scope: string, accountId: string, limit: number, now: Date): Limit {
  return {
    scope,
    key: keyedHash(keyRing(), "throttle", accountId),
    limit,
    windowSeconds: otpLimits.hour,
    now,
  }
}
