import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

export const caseKinds = ["registration", "order"] as const

/** `decided` is an approval or a rejection in force, even within the seconds in which it can be undone. */
export const caseStates = ["waiting", "returned", "decided", "withdrawn"] as const

/** เรื่องรอพิจารณา: what a reviewer sees in the queue, a registration or an order. */
export const cases = pgTable(
  "cases",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** The request's own number, as people say and type it. */
    number: text("number").notNull().unique(),
    kind: text("kind", { enum: caseKinds }).notNull(),
    /** The registration or order; no foreign key, since it is one of two tables. */
    subjectId: uuid("subject_id").notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    /** The line of the queue: the applicant's name, or the order's kind and number. */
    title: text("title").notNull(),
    state: text("state", { enum: caseStates }).notNull(),
    /** Moves with every submission, decision, undoing, reopening and withdrawal: who decides names the one he saw. */
    version: integer("version").notNull().default(1),
    /** First submission. The place in the queue goes by it and is kept when the request comes back corrected. */
    submittedAt: instant("submitted_at").notNull(),
    /** Since when it waits for a reviewer this time. */
    waitingSince: instant("waiting_since").notNull(),
    claimedBy: uuid("claimed_by").references(() => accounts.id),
    claimedUntil: instant("claimed_until"),
  },
  (t) => [
    uniqueIndex("cases_subject").on(t.kind, t.subjectId),
    index("cases_unit_id").on(t.unitId),
    index("cases_waiting_unit").on(t.unitId).where(sql`state = 'waiting'`),
    index("cases_queue").on(t.submittedAt, t.id).where(sql`state = 'waiting'`),
  ],
)

/** A document as the reviewer had it before him. */
export type SeenDocument = { readonly id: string; readonly sha256: string; readonly pages: number }

export const decisionOutcomes = ["approve", "return", "reject"] as const

/**
 * A decision. It takes effect half a minute later, so that it can be undone before anything follows from it; one at most
 * is in force for a case.
 */
export const decisions = pgTable(
  "decisions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => cases.id),
    /** The version of the case that the reviewer saw. */
    caseVersion: integer("case_version").notNull(),
    outcome: text("outcome", { enum: decisionOutcomes }).notNull(),
    /** Codes of reasons, each a sentence in both languages. */
    reasons: text("reasons").array().notNull(),
    /** Fields, pages (`page:<document>:<n>`) that have to be mended. */
    fields: text("fields").array().notNull(),
    /** Words for the applicant, besides the reasons. */
    note: text("note").notNull(),
    /** People named in the order to whom the approval does not extend. */
    excluded: uuid("excluded").array().notNull(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => accounts.id),
    decidedAt: instant("decided_at").notNull(),
    sessionId: uuid("session_id").notNull(),
    /** How surely the reviewer was known (`lib/sessions/rules.ts`, `assurances`). */
    acr: text("acr").notNull(),
    takesEffectAt: instant("takes_effect_at").notNull(),
    tookEffectAt: instant("took_effect_at"),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason", { enum: ["undone", "answered", "withdrawn", "reopened"] }),
    endedBy: uuid("ended_by").references(() => accounts.id),
    endedNote: text("ended_note"),
    /** Exactly what was before the reviewer. */
    documents: jsonb("documents").$type<readonly SeenDocument[]>().notNull(),
    /** MAC over all that the decision says, under the key ring. */
    mac: bytes("mac").notNull(),
    macKeyId: text("mac_key_id").notNull(),
  },
  (t) => [
    uniqueIndex("decisions_in_force").on(t.caseId).where(sql`ended_at is null`),
    index("decisions_case_id").on(t.caseId),
    index("decisions_due").on(t.takesEffectAt).where(sql`ended_at is null and took_effect_at is null`),
  ],
)
