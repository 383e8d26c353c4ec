import "server-only"
import type { Executor } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { type Allowance, countAgainst, type Limit, peekAt } from "./count-against"

const pageLimit = (address: string | null, now: Date): Limit => ({
  scope: "public-pages",
  key: keyedHash(keyRing(), "address", address ?? "unknown"),
  limit: env.ADDRESS_PAGE_LIMIT,
  windowSeconds: 60,
  now,
})

/** Counts one page of the public lookup against a network address. */
export function countPage(db: Executor, address: string | null, now: Date): Promise<Allowance> {
  return countAgainst(db, pageLimit(address, now))
}

/** Whether one more page would be shown to a network address, without counting. */
export function peekAtPage(db: Executor, address: string | null, now: Date): Promise<Allowance> {
  return peekAt(db, pageLimit(address, now))
}
