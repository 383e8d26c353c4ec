import "server-only"
import type { Executor } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { type Allowance, type Limit, peekAt } from "./count-against"
import { PageLedger } from "./page-ledger"

const pages = { scope: "public-pages", windowSeconds: 60 }

const pageLimit = (address: string | null, now: Date): Limit => ({
  ...pages,
  key: keyedHash(keyRing(), "address", address ?? "unknown"),
  limit: env.ADDRESS_PAGE_LIMIT,
  now,
})

const ledgers = new WeakMap<Executor, PageLedger>()

/** Counts one page of the public lookup against a network address. */
export async function countPage(db: Executor, address: string | null, now: Date): Promise<Allowance> {
  const ledger = ledgers.get(db) ?? new PageLedger(db, pages)
  ledgers.set(db, ledger)
  const { key, limit } = pageLimit(address, now)
  const { count, windowEndsAt } = await ledger.count(key, limit, now)
  return count <= limit ? { allowed: true } : { allowed: false, until: windowEndsAt }
}

/** Whether one more page would be shown to a network address, without counting. */
export function peekAtPage(db: Executor, address: string | null, now: Date): Promise<Allowance> {
  return peekAt(db, pageLimit(address, now))
}
