import { sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import { type Bearer, type BearerRow, bearerIn, bearerOf } from "@/db/queries/oidc-predicates"
import { oidcGrants } from "@/db/schema/oidc"
import type { Database, Transaction } from "@/db/types"

/**
 * Who stands behind a grant today: nobody once the session has ended or timed out, the account is not active, or the
 * membership is over.
 */
export async function findBearer(db: Database, grantId: string, now: Date): Promise<Bearer | undefined> {
  const [row] = await bearerByGrant<BearerRow>(db, { grantId, now: now.toISOString() })
  return row && bearerIn(row)
}

const bearerByGrant = prebuilt(["grantId", "now"], (given) => {
  const now = sql`${given.now}::timestamptz`
  return sql`select b.* from ${bearerOf(sql`${given.grantId}::text`, { now, withTold: true })} b`
})

/** Notes who a grant is for, when it is made, that its client is used from now on, and when the person went in. */
export async function insertGrant(tx: Transaction, row: typeof oidcGrants.$inferInsert): Promise<void> {
  await tx.insert(oidcGrants).values(row)
  const at = row.createdAt.toISOString()
  await tx.execute(
    sql`update oidc_clients set used_at = ${at} where id = ${row.clientId} and used_at is null`,
  )
  await tx.execute(sql`insert into system_openings (membership_id, system_code, opened_at)
    select ${row.membershipId}, system_code, ${at} from oidc_clients where id = ${row.clientId}
    on conflict (membership_id, system_code) do update set opened_at = excluded.opened_at`)
}
