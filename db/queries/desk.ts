import { type SQL, sql } from "drizzle-orm"
import { type caseKinds, type caseStates, decisions, type SeenDocument } from "@/db/schema/cases"
import type { Executor, Transaction } from "@/db/types"
import { isNobodyThere, isOfficeShut, isOwnCase, type Self } from "./case-predicates"

/** A decision as its row has it. */
export type DecisionRow = typeof decisions.$inferSelect

/** A case with the unit it is about, as the desk asks its questions of it. */
export type DeskCase = {
  readonly id: string
  readonly number: string
  readonly kind: (typeof caseKinds)[number]
  readonly subjectId: string
  readonly unitId: string
  readonly path: string
  readonly title: string
  readonly state: (typeof caseStates)[number]
  readonly version: number
  readonly submittedAt: Date
  readonly waitingSince: Date
  readonly claimedBy: string | null
  readonly claimedUntil: Date | null
}

type Row = Omit<DeskCase, "submittedAt" | "waitingSince" | "claimedUntil"> & {
  submittedAt: string
  waitingSince: string
  claimedUntil: string | null
}

const columns = sql`c.id, c.number, c.kind, c.subject_id as "subjectId", c.unit_id as "unitId", u.path, c.title,
  c.state, c.version, c.submitted_at as "submittedAt", c.waiting_since as "waitingSince",
  c.claimed_by as "claimedBy", c.claimed_until as "claimedUntil"`

function caseOf(row: Row | undefined): DeskCase | undefined {
  return (
    row && {
      ...row,
      submittedAt: new Date(row.submittedAt),
      waitingSince: new Date(row.waitingSince),
      claimedUntil: row.claimedUntil === null ? null : new Date(row.claimedUntil),
    }
  )
}

/** The case of a number, held. */
export async function lockCase(tx: Transaction, number: string): Promise<DeskCase | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select ${columns} from cases c join units u on u.id = c.unit_id
    where c.number = ${number} for update of c`)
  return caseOf(row)
}

/** The first case of the queue for which `isFit` holds and that nobody has in hand, held; one that is held is passed over. */
export async function lockNext(
  tx: Transaction,
  { isFit, by, now }: { readonly isFit: SQL; readonly by: string; readonly now: Date },
): Promise<DeskCase | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select ${columns} from cases c join units u on u.id = c.unit_id
    where c.state = 'waiting' and (c.claimed_by is null or c.claimed_by = ${by} or c.claimed_until <= ${now.toISOString()})
      and ${isFit}
    order by c.submitted_at, c.id limit 1 for update of c skip locked`)
  return caseOf(row)
}

/** Puts a case into a reviewer's hands until a time, and whatever else he had in hand out of them. */
export async function markClaimed(
  tx: Transaction,
  at: { readonly caseId: string; readonly by: string; readonly until: Date },
): Promise<void> {
  await markReleased(tx, at)
  await tx.execute(sql`
    update cases set claimed_by = ${at.by}, claimed_until = ${at.until.toISOString()} where id = ${at.caseId}`)
}

/** Takes out of a reviewer's hands all but one; what another transaction holds just now stays until its time is over. */
export async function markReleased(
  tx: Transaction,
  { by, caseId }: { readonly by: string; readonly caseId?: string },
): Promise<void> {
  const isOther = caseId === undefined ? sql`true` : sql`id <> ${caseId}`
  await tx.execute(sql`
    update cases set claimed_by = null, claimed_until = null where id in (
      select id from cases where claimed_by = ${by} and ${isOther} for update skip locked)`)
}

/** Moves a case on; whoever saw the version before has seen it for the last time. */
export async function markCase(
  tx: Transaction,
  caseId: string,
  to: { readonly state: DeskCase["state"]; readonly waitingSince?: Date },
): Promise<void> {
  const since = to.waitingSince ? sql`, waiting_since = ${to.waitingSince.toISOString()}` : sql``
  await tx.execute(sql`
    update cases set state = ${to.state}, version = version + 1, claimed_by = null, claimed_until = null ${since}
    where id = ${caseId}`)
}

/** The sealed national ID of an account's person, and the row it belongs to. */
export async function findSealedId(
  db: Executor,
  accountId: string,
): Promise<{ readonly personId: string; readonly sealed: Buffer } | undefined> {
  const [row] = await db.execute<{ id: string; sealed: Buffer }>(sql`
    select p.id, p.national_id_sealed as sealed from accounts a join persons p on p.id = a.person_id
    where a.id = ${accountId}`)
  return row && { personId: row.id, sealed: row.sealed }
}

/** What `may` has to know of a case besides where its unit stands. */
export async function findPowerFacts(
  db: Executor,
  caseId: string,
  { self, now }: { readonly self: Self; readonly now: Date },
): Promise<{ readonly isOwn: boolean; readonly isNobodyThere: boolean; readonly isOfficeShut: boolean }> {
  const [row] = await db.execute<{ own: boolean; nobody: boolean; shut: boolean }>(sql`
    select ${isOwnCase(self)} as own, ${isNobodyThere(now)} as nobody, ${isOfficeShut(now)} as shut
    from cases c where c.id = ${caseId}`)
  return {
    isOwn: row?.own ?? false,
    isNobodyThere: row?.nobody ?? false,
    isOfficeShut: row?.shut ?? false,
  }
}

/** A document of a request as it is now. */
export type DeskDocument = SeenDocument & {
  readonly fileName: string
  readonly state: "receiving" | "checking" | "waiting-for-scan" | "ready"
  readonly virusScan: "clean" | "unscanned" | null
}

/** The documents of a request that were not refused or removed, in the order in which they came. */
export async function listDeskDocuments(
  db: Executor,
  { kind, subjectId }: Pick<DeskCase, "kind" | "subjectId">,
): Promise<DeskDocument[]> {
  return [
    ...(await db.execute<DeskDocument>(sql`
      select id, file_name as "fileName", state, virus_scan as "virusScan", coalesce(pages, 0) as pages,
        coalesce(encode(sha256, 'hex'), '') as sha256
      from documents where holder_kind = ${kind} and holder_id = ${subjectId} and state not in ('refused', 'removed')
      order by created_at, id`)),
  ]
}

/** Writes down a decision. */
export async function insertDecision(tx: Transaction, row: typeof decisions.$inferInsert): Promise<void> {
  await tx.insert(decisions).values(row)
}

/** The decision in force of a case, which the transaction holds. */
export async function findInForce(db: Executor, caseId: string): Promise<DecisionRow | undefined> {
  const [row] = await db.select().from(decisions).where(sql`case_id = ${caseId} and ended_at is null`)
  return row
}

/** Ends a decision at a reviewer's wish. */
export async function markDecisionTakenBack(
  tx: Transaction,
  decisionId: string,
  end: {
    readonly reason: "undone" | "reopened"
    readonly by: string
    readonly note?: string
    readonly now: Date
  },
): Promise<void> {
  await tx.execute(sql`
    update decisions set ended_at = ${end.now.toISOString()}, ended_reason = ${end.reason}, ended_by = ${end.by},
      ended_note = ${end.note ?? null}
    where id = ${decisionId} and ended_at is null`)
}

/** The oldest decisions whose time has come, but for some. */
export async function listDue(
  db: Executor,
  {
    now,
    without,
    limit,
  }: { readonly now: Date; readonly without: readonly string[]; readonly limit: number },
): Promise<string[]> {
  const isOther = without.length === 0 ? sql`true` : sql`id not in ${[...without]}`
  const rows = await db.execute<{ id: string }>(sql`
    select id from decisions where ended_at is null and took_effect_at is null
      and takes_effect_at <= ${now.toISOString()} and ${isOther}
    order by takes_effect_at limit ${limit}`)
  return rows.map(({ id }) => id)
}

/** The case of a decision, held, unless another transaction holds it. */
export async function lockCaseOfDecision(tx: Transaction, decisionId: string): Promise<DeskCase | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select ${columns} from cases c join units u on u.id = c.unit_id
    where c.id = (select case_id from decisions where id = ${decisionId}) for update of c skip locked`)
  return caseOf(row)
}

/** From now on the decision counts as carried out. */
export async function markTookEffect(tx: Transaction, decisionId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update decisions set took_effect_at = ${now.toISOString()} where id = ${decisionId} and took_effect_at is null`)
}

/** Decisions after a place in their order, for checking what they say. */
export async function listDecisionsAfter(db: Executor, after: string, limit: number): Promise<DecisionRow[]> {
  return db.select().from(decisions).where(sql`id > ${after}`).orderBy(sql`id`).limit(limit)
}

/** Name of the person of an account. */
export async function findName(db: Executor, accountId: string): Promise<string | undefined> {
  const [row] = await db.execute<{ name: string }>(sql`
    select concat(p.given_name_th, ' ', p.family_name_th) as name from accounts a join persons p on p.id = a.person_id
    where a.id = ${accountId}`)
  return row?.name
}
