import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { instant } from "./columns"
import { unitKinds, units } from "./units"

export const systemCategories = ["reports", "finance", "people", "education", "citizens", "office"] as const

/** ระบบสารสนเทศปลายทาง. The portal links to one only when it is connected. */
export const systems = pgTable("systems", {
  code: text("code").primaryKey(),
  nameTh: text("name_th").notNull(),
  nameEn: text("name_en").notNull(),
  purposeTh: text("purpose_th").notNull(),
  purposeEn: text("purpose_en").notNull(),
  category: text("category", { enum: systemCategories }).notNull(),
  state: text("state", { enum: ["not-connected", "open", "closed"] }).notNull(),
  sort: integer("sort").notNull(),
  /** Whom to ask about the system itself. */
  contactName: text("contact_name").notNull().default(""),
  contactTelephone: text("contact_telephone").notNull().default(""),
  contactEmail: text("contact_email").notNull().default(""),
  /** Kinds of unit that may use it; null for all. */
  openToKinds: text("open_to_kinds", { enum: unitKinds }).array(),
  /** Codes of the provinces whose units may use it; null for all. */
  openToProvinces: text("open_to_provinces").array(),
  /** Only the units of `system_units` may use it. */
  isNamedOnly: boolean("is_named_only").notNull().default(false),
  /** One person may both record and certify there. */
  allowsConflicts: boolean("allows_conflicts").notNull().default(false),
  /** Shown at the tile until the day named; empty for none. */
  announcementTh: text("announcement_th").notNull().default(""),
  announcementEn: text("announcement_en").notNull().default(""),
  announcementUntil: date("announcement_until", { mode: "string" }),
  /** Moves with every change by the Department. */
  version: integer("version").notNull().default(1),
})

/** The units named one by one that may use a system, e.g. the 309 of Digital DLA's first phase. */
export const systemUnits = pgTable(
  "system_units",
  {
    systemCode: text("system_code")
      .notNull()
      .references(() => systems.code),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
  },
  (t) => [primaryKey({ columns: [t.systemCode, t.unitId] }), index("system_units_unit_id").on(t.unitId)],
)

/** Whose work an opening period lets in. */
export const periodScopes = ["all", "record", "certify"] as const

/** When a system is open for a kind of work, first and last day included. One without periods is always open. */
export const openingPeriods = pgTable(
  "opening_periods",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    systemCode: text("system_code")
      .notNull()
      .references(() => systems.code),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    scope: text("scope", { enum: periodScopes }).notNull(),
    opensOn: date("opens_on", { mode: "string" }).notNull(),
    closesOn: date("closes_on", { mode: "string" }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("opening_periods_once").on(t.systemCode, t.scope, t.opensOn),
    check("opening_periods_days", sql`${t.opensOn} <= ${t.closesOn}`),
  ],
)

/** A role in a system, e.g. INFO's recorder. A certifying role is never granted by its holder to himself. */
export const systemRoles = pgTable(
  "system_roles",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    systemCode: text("system_code")
      .notNull()
      .references(() => systems.code),
    key: text("key").notNull(),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    /** What its holder does there, in a sentence. */
    aboutTh: text("about_th").notNull().default(""),
    aboutEn: text("about_en").notNull().default(""),
    certifies: boolean("certifies").notNull().default(false),
    /** Its holder enters what another certifies: nobody holds both, unless the system allows it. */
    records: boolean("records").notNull().default(false),
    sort: integer("sort").notNull(),
  },
  (t) => [
    uniqueIndex("system_roles_key").on(t.systemCode, t.key),
    index("system_roles_system").on(t.systemCode),
  ],
)
