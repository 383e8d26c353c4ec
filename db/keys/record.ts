import { sql } from "drizzle-orm"
import { type AuditEventRow, insertAuditEvent } from "@/db/queries/audit"
import type { Database, Executor } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"

/** The subject of all events about the key ring: there is one ring, and this finds its history by an index. */
const ringId = "6b657972-696e-4000-8000-000000000001"

const begun = "keys.rotation-begun"

/**
 * Records that a rotation begins, before it changes anything, or that it has come to its end, with its counts. A
 * rotation that was killed has a beginning without an end.
 */
export async function recordRotation(
  db: Database,
  ring: KeyRing,
  at: {
    readonly now: Date
    readonly requestId: string
    readonly ended?: Readonly<Record<string, number>>
  },
): Promise<void> {
  const [, ...former] = ring.ids
  const event: AuditEventRow = {
    at: at.now,
    action: at.ended ? "keys.rotated" : begun,
    actorKind: "system",
    subjectId: ringId,
    requestId: at.requestId,
    detail: { active: ring.activeId, former: former.join(","), ...at.ended },
  }
  await db.transaction((tx) => insertAuditEvent(tx, event))
}

/** Since when the active key has been so, as far as rotations were recorded; a later row is hashed under it. */
export async function findActiveSince(db: Executor, ring: KeyRing, now: Date): Promise<Date> {
  const rows = await db.execute<{ at: string; active: string }>(sql`
    select at, detail->>'active' as active from audit_events
    where subject_id = ${ringId} and action = ${begun} order by at desc`)
  const other = rows.findIndex((row) => row.active !== ring.activeId)
  const first = (other < 0 ? rows : rows.slice(0, other)).at(-1)
  return first ? new Date(first.at) : now
}
