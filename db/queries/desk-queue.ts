import { type SQL, sql } from "drizzle-orm"
import type { caseKinds, caseStates, decisionOutcomes } from "@/db/schema/cases"
import type { Executor } from "@/db/types"
import type { Actor } from "@/lib/kernel/actor"
import { withinReach } from "./access"
import { isNobodyThere, isOfficeShut, isOwnCase, type Self } from "./case-predicates"
import { byKeptPlan } from "./kept-plan"
import { isBelow } from "./path-predicates"

/** Whose queue is asked for. */
export type QueueScope = {
  readonly actor: Actor
  readonly self: Self
  readonly now: Date
  /** What began to wait before this instant has waited so long that the next office above may decide. */
  readonly waitedBefore: Date
}

/** What is asked of the queue. */
export type QueueQuery = {
  readonly state: (typeof caseStates)[number] | "any"
  readonly isMine: boolean
  readonly isForMe: boolean
  readonly isByMe: boolean
  readonly kind?: (typeof caseKinds)[number]
  readonly unit?: string
  readonly olderDays?: number
  readonly text: readonly string[]
}

/** A line of the queue. */
export type QueueLine = {
  readonly number: string
  readonly kind: (typeof caseKinds)[number]
  readonly title: string
  readonly state: (typeof caseStates)[number]
  readonly unitNameTh: string
  readonly unitNameEn: string | null
  readonly submittedAt: Date
  readonly waitingSince: Date
  /** Who has it in hand just now. */
  readonly holder: string | null
  readonly isMine: boolean
  /** This reviewer may decide on it. */
  readonly canDecide: boolean
  readonly outcome: (typeof decisionOutcomes)[number] | null
}

const day = 24 * 60 * 60 * 1000

/**
 * Whether the reviewer may decide on the case `c` of the unit `u`: what `may` says with the facts of the case, for lists.
 * A test holds the two together, and every decision asks `may` itself.
 */
export function decidableBy(scope: QueueScope): SQL {
  const { actor, self, now, waitedBefore } = scope
  if (actor.kind !== "account") return sql`false`
  if (actor.roles.includes("officer")) return sql`not (${isOwnCase(self)})`
  const hasWaited = sql`c.waiting_since < ${waitedBefore.toISOString()}`
  const isNearest = (path: string) => sql`regexp_replace(u.path, '[^/]+/$', '') = ${path}`
  const each = actor.seats
    .filter(({ isAdmin }) => isAdmin)
    .map(({ path, level }) => {
      const own = sql`c.kind = 'registration' and u.path = ${path}`
      if (level !== "district" && level !== "province") return own
      const below = sql`${isBelow(sql`u.path`, path)} and (${hasWaited}
        or c.kind = 'registration' and ${isNobodyThere(now)} or c.kind = 'order' and (${isNearest(path)} or ${isOfficeShut(now)}))`
      return sql`(${own}) or (${below})`
    })
  if (each.length === 0) return sql`false`
  return sql`(${sql.join(each, sql` or `)}) and not (${isOwnCase(self)})`
}

/** Written out and no parameter: only so does a statement that is kept use the index of what waits. */
const isInState = {
  waiting: sql`c.state = 'waiting'`,
  returned: sql`c.state = 'returned'`,
  decided: sql`c.state = 'decided'`,
  withdrawn: sql`c.state = 'withdrawn'`,
} as const

/** Whether the case `c` of the unit `u` is what a query asks for, within the reviewer's reach. */
function matches(query: QueueQuery, { actor, self, now }: QueueScope): SQL {
  const every = [withinReach(actor, sql`u.path`)]
  if (query.state !== "any") every.push(isInState[query.state])
  if (query.isMine) {
    every.push(sql`c.claimed_by = ${self.accountId} and c.claimed_until > ${now.toISOString()}`)
  }
  if (query.kind) every.push(sql`c.kind = ${query.kind}`)
  if (query.unit) every.push(isUnit(query.unit))
  if (query.olderDays !== undefined) {
    every.push(sql`c.waiting_since < ${new Date(now.getTime() - query.olderDays * day).toISOString()}`)
  }
  if (query.isByMe) {
    every.push(sql`exists (select 1 from decisions d where d.case_id = c.id and d.ended_at is null
      and d.decided_by = ${self.accountId})`)
  }
  for (const word of query.text) {
    every.push(sql`(c.number ilike ${pattern(word)} or c.title ilike ${pattern(word)})`)
  }
  return sql`(${sql.join(every, sql` and `)})`
}

/** The same, and whether the reviewer may decide on it where the query asks for that. */
export function fits(query: QueueQuery, scope: QueueScope): SQL {
  return query.isForMe ? sql`${matches(query, scope)} and ${decidableBy(scope)}` : matches(query, scope)
}

function isUnit(typed: string): SQL {
  if (/^\d{2,8}$/.test(typed)) return sql`u.code = ${typed}`
  return sql`(u.name_th ilike ${pattern(typed)} or u.name_en ilike ${pattern(typed)})`
}

/** Part of a text; what stands for something in a pattern stands for itself. */
function pattern(typed: string): string {
  return `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

type Row = Omit<QueueLine, "submittedAt" | "waitingSince"> & { submittedAt: string; waitingSince: string }

/**
 * A page of the queue. What waits comes in the order of its first submission; what does not, the newest first. `after` is
 * the case with which the page before ended: its place is looked up, so that nothing is counted off.
 */
export async function listQueue(
  db: Executor,
  query: QueueQuery,
  scope: QueueScope,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<QueueLine[]> {
  const { now, self } = scope
  const isWaiting = query.state === "waiting"
  const order = isWaiting ? sql`c.submitted_at, c.id` : sql`c.submitted_at desc, c.id desc`
  const beyond = isWaiting ? sql`>` : sql`<`
  const from =
    page.after === undefined
      ? sql`true`
      : sql`(c.submitted_at, c.id) ${beyond} (select submitted_at, id from cases where number = ${page.after})`
  const isHeld = sql`c.claimed_until > ${now.toISOString()}`
  const statement = sql`
    select c.number, c.kind, c.title, c.state, c.name_th as "unitNameTh", c.name_en as "unitNameEn",
      c.submitted_at as "submittedAt", c.waiting_since as "waitingSince",
      case when ${isHeld} then (select concat(p.given_name_th, ' ', p.family_name_th) from accounts a
        join persons p on p.id = a.person_id where a.id = c.claimed_by) end as holder,
      coalesce(${isHeld} and c.claimed_by = ${self.accountId}, false) as "isMine",
      c.state = 'waiting' and (${decidableBy(scope)}) as "canDecide",
      (select outcome from decisions d where d.case_id = c.id and d.ended_at is null) as outcome
    from (select c.*, u.path, u.name_th, u.name_en from cases c join units u on u.id = c.unit_id
      where ${fits(query, scope)} and ${from} order by ${order} limit ${page.limit}) c, lateral (select c.path) u
    order by ${order}`
  const rows = await byKeptPlan(db, (kept) => kept.execute<Row>(statement))
  return rows.map((row) => ({
    ...row,
    submittedAt: new Date(row.submittedAt),
    waitingSince: new Date(row.waitingSince),
  }))
}

/**
 * How many a query finds, counted no further than `limit`, so that a long queue takes no longer. In the order of the
 * queue, because what waits is found in its index and not among all that was ever decided.
 */
export async function findQueueLength(
  db: Executor,
  query: QueueQuery,
  scope: QueueScope,
  limit: number,
): Promise<number> {
  const statement = sql`
    select count(*)::int as count from (
      select 1 from cases c join units u on u.id = c.unit_id where ${fits(query, scope)}
      order by c.submitted_at, c.id limit ${limit}) found`
  const [row] = await byKeptPlan(db, (kept) => kept.execute<{ count: number }>(statement))
  return row?.count ?? 0
}

/** The case before or after one in the order of a query. */
export async function findNeighbour(
  db: Executor,
  query: QueueQuery,
  scope: QueueScope,
  at: { readonly number: string; readonly way: "next" | "previous" },
): Promise<string | undefined> {
  const isUp = (query.state === "waiting") === (at.way === "next")
  const [beyond, order] = isUp
    ? [sql`>`, sql`c.submitted_at, c.id`]
    : [sql`<`, sql`c.submitted_at desc, c.id desc`]
  const [row] = await db.execute<{ number: string }>(sql`
    select c.number from cases c join units u on u.id = c.unit_id
    where ${fits(query, scope)} and (c.submitted_at, c.id) ${beyond} (select submitted_at, id from cases where number = ${at.number})
    order by ${order} limit 1`)
  return row?.number
}

/** A decision in the history of a case. */
export type PastDecision = {
  readonly outcome: (typeof decisionOutcomes)[number]
  readonly reasons: readonly string[]
  readonly note: string
  readonly by: string
  readonly byMe: boolean
  readonly at: Date
  readonly tookEffectAt: Date | null
  readonly endedAt: Date | null
  readonly endedReason: "undone" | "answered" | "withdrawn" | "reopened" | null
  readonly endedBy: string | null
  readonly endedNote: string | null
}

const nameOf = (account: SQL) => sql`(select concat(p.given_name_th, ' ', p.family_name_th) from accounts a
  join persons p on p.id = a.person_id where a.id = ${account})`

/** Every decision of a case, the oldest first. */
export async function listPastDecisions(
  db: Executor,
  caseId: string,
  accountId: string,
): Promise<PastDecision[]> {
  const rows = await db.execute<
    Omit<PastDecision, "at" | "tookEffectAt" | "endedAt"> & {
      at: string
      tookEffectAt: string | null
      endedAt: string | null
    }
  >(sql`
    select d.outcome, d.reasons, d.note, ${nameOf(sql`d.decided_by`)} as by, d.decided_by = ${accountId} as "byMe",
      d.decided_at as at, d.took_effect_at as "tookEffectAt", d.ended_at as "endedAt",
      d.ended_reason as "endedReason", ${nameOf(sql`d.ended_by`)} as "endedBy", d.ended_note as "endedNote"
    from decisions d where d.case_id = ${caseId} order by d.decided_at, d.id`)
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at),
    tookEffectAt: date(row.tookEffectAt),
    endedAt: date(row.endedAt),
  }))
}

/** The newest decision of a reviewer that he can still undo. */
export async function findUndoable(
  db: Executor,
  accountId: string,
  now: Date,
): Promise<
  { readonly number: string; readonly outcome: PastDecision["outcome"]; readonly until: Date } | undefined
> {
  const [row] = await db.execute<{ number: string; outcome: PastDecision["outcome"]; until: string }>(sql`
    select c.number, d.outcome, d.takes_effect_at as until from decisions d join cases c on c.id = d.case_id
    where d.decided_by = ${accountId} and d.ended_at is null and d.took_effect_at is null
      and d.takes_effect_at > ${now.toISOString()}
    order by d.decided_at desc limit 1`)
  return row && { ...row, until: new Date(row.until) }
}
