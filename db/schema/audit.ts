import { bigint, date, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"

// These three tables are made by a hand-written migration: they are partitioned by month, which the generator of
// migrations cannot say, so `drizzle.config.ts` leaves this file out.

/** What happened: who, when, which command, about what. Ids and codes only. The portal's role may only insert and read. */
export const auditEvents = pgTable("audit_events", {
  seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
  at: instant("at").notNull(),
  action: text("action").notNull(),
  actorKind: text("actor_kind", { enum: ["visitor", "account", "system", "client"] }).notNull(),
  actorId: uuid("actor_id"),
  sessionId: uuid("session_id"),
  subjectId: uuid("subject_id"),
  unitId: uuid("unit_id"),
  refusal: text("refusal"),
  requestId: text("request_id").notNull(),
  detail: jsonb("detail").$type<Record<string, string | number | boolean | null>>().notNull(),
})

/** The chain: one link a committed event, in the order of sealing, each link's MAC covering the link before. */
export const auditSeals = pgTable("audit_seals", {
  /** First day of the month of the event, as `2026-11-01`. */
  month: date("month", { mode: "string" }).notNull(),
  /** 1, 2, 3 … within the month. */
  link: bigint("link", { mode: "number" }).notNull(),
  eventSeq: bigint("event_seq", { mode: "number" }).notNull(),
  keyId: text("key_id").notNull(),
  mac: bytes("mac").notNull(),
  sealedAt: instant("sealed_at").notNull(),
})

/** A closed month: its number of links and its head, chained to the month closed before. */
export const auditMonths = pgTable("audit_months", {
  month: date("month", { mode: "string" }).primaryKey(),
  links: bigint("links", { mode: "number" }).notNull(),
  headMac: bytes("head_mac").notNull(),
  keyId: text("key_id").notNull(),
  closingMac: bytes("closing_mac").notNull(),
  closedAt: instant("closed_at").notNull(),
  position: integer("position").notNull(),
})
