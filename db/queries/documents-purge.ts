import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"

/** Until when each kind of document is kept; what is older goes. */
export type DocumentsBefore = {
  readonly brokenOff: Date
  readonly refused: Date
  readonly turnedDown: Date
  readonly approved: Date
}

/**
 * Gives up documents that have served their time: sending that broke off, refused files, those of requests that are gone,
 * were turned down, or were approved long ago. An order's stay as long as the order.
 */
export async function purgeServedDocuments(
  db: Executor,
  before: DocumentsBefore,
  now: Date,
): Promise<number> {
  const at = (date: Date) => sql`${date.toISOString()}::timestamptz`
  const rows = await db.execute(sql`
    update documents d set state = 'removed', removed_at = ${at(now)}, leased_until = null
    where d.state <> 'removed' and (
      (d.state = 'receiving' and d.created_at < ${at(before.brokenOff)})
      or (d.state = 'refused' and d.created_at < ${at(before.refused)})
      or (d.created_at < ${at(before.brokenOff)} and d.holder_kind = 'registration'
        and not exists (select from registrations r where r.id = d.holder_id))
      or (d.created_at < ${at(before.brokenOff)} and d.holder_kind = 'order'
        and not exists (select from orders o where o.id = d.holder_id))
      or exists (select from registrations r where r.id = d.holder_id and d.holder_kind = 'registration'
        and ((r.state in ('rejected', 'withdrawn') and r.decided_at < ${at(before.turnedDown)})
          or (r.state = 'approved' and r.decided_at < ${at(before.approved)})))
      or exists (select from orders o where o.id = d.holder_id and d.holder_kind = 'order'
        and o.state in ('rejected', 'withdrawn') and o.decided_at < ${at(before.turnedDown)}))
    returning d.id`)
  return rows.length
}

/** Documents that were given up and whose bytes are still there. */
export async function listUnpurged(
  db: Executor,
  limit: number,
): Promise<{ readonly id: string; readonly storageKey: string }[]> {
  return await db.execute<{ id: string; storageKey: string }>(sql`
    select id, storage_key as "storageKey" from documents
    where state = 'removed' and purged_at is null order by removed_at limit ${limit}`)
}

/** Its bytes are gone; so is what was known of its pages. */
export async function settlePurged(db: Executor, id: string, now: Date): Promise<void> {
  await db.execute(sql`delete from document_pages where document_id = ${id}`)
  await db.execute(sql`update documents set purged_at = ${now.toISOString()} where id = ${id}`)
}

/** Which of these places in the storage belong to a document. */
export async function listKnownKeys(db: Executor, keys: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select storage_key as key from documents where purged_at is null
      and storage_key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`)
  return rows.map(({ key }) => key)
}
