import { sql } from "drizzle-orm"
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { memberships } from "./access"
import { instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

/**
 * How a unit stands with its SSO Admins, as last counted; read instead of counting anew for every page. Its index for maps
 * (`unit_coverage_map`) stands in the migration alone, since it includes columns.
 */
export const unitCoverage = pgTable("unit_coverage", {
  unitId: uuid("unit_id")
    .primaryKey()
    .references(() => units.id),
  /** The unit's path, so that a whole country's map is read in one order from one table. */
  path: text("path").notNull().default(""),
  /** Where a local unit lies on the map; null for an office, and where nobody knows. */
  latitude: doublePrecision("latitude"),
  longitude: doublePrecision("longitude"),
  /** SSO Admins who can work. */
  admins: integer("admins").notNull(),
  /** The day on which the last of their orders ends; null where one has no end or there is none. */
  orderEndsOn: date("order_ends_on", { mode: "string" }),
  /** When one of them was last signed in. */
  adminSeenAt: instant("admin_seen_at"),
  /** The first day of the youngest of their orders: who came lately and has not signed in yet is not missing. */
  adminSince: date("admin_since", { mode: "string" }),
  /** It has had an SSO Admin at some time. */
  hadAdmin: boolean("had_admin").notNull(),
})

/** The same of all units below an office, and its queue. */
export const officeCoverage = pgTable("office_coverage", {
  officeId: uuid("office_id")
    .primaryKey()
    .references(() => units.id),
  units: integer("units").notNull(),
  withoutAdmin: integer("without_admin").notNull(),
  oneAdmin: integer("one_admin").notNull(),
  ordersEnding: integer("orders_ending").notNull(),
  adminsUnseen: integer("admins_unseen").notNull(),
  /** Cases that wait for somebody to decide. */
  waiting: integer("waiting").notNull(),
  waitingSince: instant("waiting_since"),
  countedAt: instant("counted_at").notNull(),
})

export const findings = ["no-admin", "one-admin", "order-ending", "admin-unseen"] as const

/** Something about a unit that threatens to leave it without an SSO Admin, from when until when. */
export const unitFindings = pgTable(
  "unit_findings",
  {
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    finding: text("finding", { enum: findings }).notNull(),
    foundAt: instant("found_at").notNull(),
    toldAt: instant("told_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.finding, t.foundAt] }),
    uniqueIndex("unit_findings_open").on(t.unitId, t.finding).where(sql`ended_at is null`),
    index("unit_findings_untold").on(t.foundAt).where(sql`ended_at is null and told_at is null`),
  ],
)

/** Whom the SSO Admins of a unit named to take over when none of them is left. It gives no power by itself. */
export const successors = pgTable("successors", {
  unitId: uuid("unit_id")
    .primaryKey()
    .references(() => units.id),
  membershipId: uuid("membership_id")
    .notNull()
    .references(() => memberships.id),
  namedBy: uuid("named_by")
    .notNull()
    .references(() => accounts.id),
  namedAt: instant("named_at").notNull(),
})
