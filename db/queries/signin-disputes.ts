import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/types"

/** Freezes an account whose number ThaiID proved to be somebody's who is not known to be its holder. */
export async function markDisputed(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    update accounts set state = 'locked', locked_reason = 'disputed', disputed_from = state,
      dispute_decided_at = null, state_changed_at = ${now.toISOString()}
    where id = ${accountId} and state in ('active', 'invited', 'locked')
      and locked_reason is distinct from 'disputed' and thaid_proved_at is null returning id`)
  return rows.length > 0
}
