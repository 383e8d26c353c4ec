import "server-only"
import { findFeedTop, listFeed, settlePlaces } from "@/db/queries/machine"
import type { FeedRow } from "@/db/schema/machine"
import type { Database, Executor } from "@/db/types"
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

/** Step: gives what was committed its place in the feed, and tells the newest place. */
export async function placeFeed(db: Database): Promise<number> {
  await settlePlaces(db)
  return await findFeedTop(db)
}

/** Step: the newest place that was given in the feed. */
export async function newestPlace(db: Executor): Promise<number> {
  return await findFeedTop(db)
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
  const top = await placeFeed(db)
  const rows = await listFeed(db, { systemCode, after, upTo: top, limit: limit + 1 })
  const entries = rows.slice(0, limit)
  const hasMore = rows.length > limit
  return { entries, hasMore, next: hasMore ? (entries.at(-1)?.position ?? after) : Math.max(top, after) }
}
