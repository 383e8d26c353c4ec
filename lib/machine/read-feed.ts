import "server-only"
import { type FeedRow, findFeedTop, listFeed, settlePlaces } from "@/db/queries/machine"
import type { Database } from "@/db/types"
import type { ChangeAnswer } from "./schema"

/** An entry as it goes out, to who asks and to who is called. */
export function changeOut(row: FeedRow, nameOf: (accountId: string) => string): ChangeAnswer {
  return {
    id: String(row.position),
    type: row.kind,
    at: new Date(row.at).toISOString(),
    sub: row.accountId && nameOf(row.accountId),
    unitCode: row.unitCode,
    formerUnitCode: row.formerUnitCode,
    roles: [...row.roles],
    validUntil: row.validUntil,
  }
}

/** A stretch of the feed. */
export type Stretch = {
  readonly entries: readonly FeedRow[]
  /** Up to where the system has heard everything once it has these: others' entries are passed over as well. */
  readonly next: number
  readonly hasMore: boolean
}

/** Step: the entries of one system behind a place, all those included that were committed before this was asked. */
export async function readFeed(
  db: Database,
  {
    systemCode,
    after,
    limit,
  }: { readonly systemCode: string; readonly after: number; readonly limit: number },
): Promise<Stretch> {
  await settlePlaces(db)
  const top = await findFeedTop(db)
  const rows = await listFeed(db, { systemCode, after, upTo: top, limit: limit + 1 })
  const entries = rows.slice(0, limit)
  const hasMore = rows.length > limit
  return { entries, hasMore, next: hasMore ? (entries.at(-1)?.position ?? after) : Math.max(top, after) }
}
