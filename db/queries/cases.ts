import { sql } from "drizzle-orm"
import type { caseKinds, caseStates } from "@/db/schema/cases"
import type { Transaction } from "@/db/types"

/** Which request a case is about. */
export type CaseSubject = { readonly kind: (typeof caseKinds)[number]; readonly subjectId: string }

/** A case as a transaction that holds it sees it. */
export type LockedCase = {
  readonly id: string
  readonly version: number
  readonly state: (typeof caseStates)[number]
  /** The decision in force, if there is one, and whether it took effect. */
  readonly decisionId: string | null
  readonly tookEffect: boolean
}

/** Locks the case of a request; nothing where it was never submitted. */
export async function lockCaseOf(
  tx: Transaction,
  { kind, subjectId }: CaseSubject,
): Promise<LockedCase | undefined> {
  const [row] = await tx.execute<Pick<LockedCase, "id" | "version" | "state">>(sql`
    select id, version, state from cases where kind = ${kind} and subject_id = ${subjectId} for update`)
  if (!row) return undefined
  // looked up once the case is held: before that a decision could still be on its way
  const [decision] = await tx.execute<{ id: string; took: boolean }>(sql`
    select id, took_effect_at is not null as took from decisions where case_id = ${row.id} and ended_at is null`)
  return { ...row, decisionId: decision?.id ?? null, tookEffect: decision?.took ?? false }
}

/** Puts a request into the queue for the first time; false where another submission of it has just done so. */
export async function insertCase(
  tx: Transaction,
  at: CaseSubject & {
    readonly number: string
    readonly unitId: string
    readonly title: string
    readonly now: Date
  },
): Promise<boolean> {
  const now = at.now.toISOString()
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into cases (number, kind, subject_id, unit_id, title, state, submitted_at, waiting_since)
    values (${at.number}, ${at.kind}, ${at.subjectId}, ${at.unitId}, ${at.title}, 'waiting', ${now}, ${now})
    on conflict do nothing returning id`)
  return row !== undefined
}

/** Puts a case that came back corrected into its old place of the queue. */
export async function markWaiting(
  tx: Transaction,
  caseId: string,
  { unitId, title, now }: { readonly unitId: string; readonly title: string; readonly now: Date },
): Promise<void> {
  await tx.execute(sql`
    update cases set state = 'waiting', version = version + 1, unit_id = ${unitId}, title = ${title},
      waiting_since = ${now.toISOString()}, claimed_by = null, claimed_until = null
    where id = ${caseId}`)
}

/** Takes a case out of the queue because its owner withdrew the request. */
export async function markWithdrawn(tx: Transaction, caseId: string): Promise<void> {
  await tx.execute(sql`
    update cases set state = 'withdrawn', version = version + 1, claimed_by = null, claimed_until = null
    where id = ${caseId}`)
}

/** Ends the decision in force, whoever made it. */
export async function markDecisionEnded(
  tx: Transaction,
  decisionId: string,
  end: { readonly reason: "answered" | "withdrawn"; readonly now: Date },
): Promise<void> {
  await tx.execute(sql`
    update decisions set ended_at = ${end.now.toISOString()}, ended_reason = ${end.reason}
    where id = ${decisionId} and ended_at is null`)
}
