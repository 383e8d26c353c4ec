import "server-only"
import { countRateLimit, findRateLimit } from "@/db/queries/rate-limit"
import type { Executor } from "@/db/types"

/** A limit: at most `limit` within `windowSeconds`, for what `key` (a keyed hash) stands for. */
export type Limit = {
  readonly scope: string
  readonly key: Buffer
  readonly limit: number
  readonly windowSeconds: number
  readonly now: Date
}

/** Whether there is room, and from when there is again if not. */
export type Allowance = { readonly allowed: true } | { readonly allowed: false; readonly until: Date }

/** Counts one against a limit; the one that goes beyond it is not allowed. Housekeeping: no audit event of its own. */
export async function countAgainst(db: Executor, limit: Limit): Promise<Allowance> {
  const { count, windowEndsAt } = await countRateLimit(db, limit)
  return count <= limit.limit ? { allowed: true } : { allowed: false, until: windowEndsAt }
}

/** Looks whether one more would be allowed, without counting. */
export async function peekAt(db: Executor, limit: Limit): Promise<Allowance> {
  const counter = await findRateLimit(db, limit)
  return counter && counter.count >= limit.limit
    ? { allowed: false, until: counter.windowEndsAt }
    : { allowed: true }
}
