import { sql } from "drizzle-orm"
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { departmentRoles } from "@/lib/kernel/actor"
import { instant } from "./columns"
import { accounts } from "./identity"
import { systemRoles } from "./systems"
import { units } from "./units"

export const staffKinds = ["local-government", "employee", "department", "other"] as const

/** การสังกัด: an account in a unit, with post and dates. A person can belong to several units. */
export const memberships = pgTable(
  "memberships",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    post: text("post").notNull(),
    staffKind: text("staff_kind", { enum: staffKinds }).notNull(),
    /** Telephone of the office, shown to the public for SSO Admins; never a mobile. */
    officeTelephone: text("office_telephone"),
    state: text("state", { enum: ["active", "suspended", "ended"] }).notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validUntil: date("valid_until", { mode: "string" }),
    /** Why someone who is not of the local staff holds the post; empty where nothing has to be said. */
    staffReason: text("staff_reason").notNull().default(""),
    /** The order that the unit named for it, as text; empty for those that came before orders were asked for. */
    orderText: text("order_text").notNull().default(""),
    /** Why it was suspended, while it is. */
    stateReason: text("state_reason").notNull().default(""),
    stateChangedAt: instant("state_changed_at"),
    stateChangedBy: uuid("state_changed_by").references(() => accounts.id),
    /** The last day of a suspension that ends by itself; null while somebody has to end it. */
    suspendedUntil: date("suspended_until", { mode: "string" }),
    /** The last day of which systems were told that it is over (`lib/machine/settle-lapses.ts`). */
    lapseTold: date("lapse_told", { mode: "string" }),
    /** Moves with every change: who changes it names the one that he saw. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("memberships_account_id").on(t.accountId),
    index("memberships_unit_id").on(t.unitId),
    index("memberships_lapsing")
      .on(t.validUntil)
      .where(sql`state <> 'ended' and valid_until is distinct from lapse_told`),
    index("memberships_suspended_until").on(t.suspendedUntil).where(sql`state = 'suspended'`),
    uniqueIndex("memberships_current").on(t.accountId, t.unitId).where(sql`state <> 'ended'`),
  ],
)

/** What makes a membership the SSO Admin of its unit: the order that appointed him, and for how long. */
export const adminAppointments = pgTable(
  "admin_appointments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    membershipId: uuid("membership_id")
      .notNull()
      .references(() => memberships.id),
    orderNumber: text("order_number").notNull(),
    orderYearBe: integer("order_year_be").notNull(),
    orderDate: date("order_date", { mode: "string" }).notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validUntil: date("valid_until", { mode: "string" }),
    endedAt: instant("ended_at"),
    /** The approved order behind it; null for those that came before orders were kept here. */
    orderId: uuid("order_id"),
    /** The later order that ended it, or set it an earlier last day; withdrawn, that order gives it back. */
    endedByOrderId: uuid("ended_by_order_id"),
    /** Its last day before that order set an earlier one. */
    formerValidUntil: date("former_valid_until", { mode: "string" }),
  },
  (t) => [
    index("admin_appointments_membership_id").on(t.membershipId),
    index("admin_appointments_order_id").on(t.orderId),
    index("admin_appointments_ended_by_order_id").on(t.endedByOrderId),
  ],
)

/** The Department's own people in their five roles. */
export const departmentPosts = pgTable(
  "department_posts",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    role: text("role", { enum: departmentRoles }).notNull(),
    grantedAt: instant("granted_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.role] })],
)

/** สิทธิ์การใช้งาน: a role in a system for a membership. */
export const grants = pgTable(
  "grants",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    membershipId: uuid("membership_id")
      .notNull()
      .references(() => memberships.id),
    systemRoleId: uuid("system_role_id")
      .notNull()
      .references(() => systemRoles.id),
    state: text("state", { enum: ["active", "suspended", "withdrawn"] }).notNull(),
    stateChangedAt: instant("state_changed_at").notNull(),
    grantedBy: uuid("granted_by").references(() => accounts.id),
    grantedAt: instant("granted_at").notNull(),
    validUntil: date("valid_until", { mode: "string" }),
    lastUsedAt: instant("last_used_at"),
    /** The order on which it was granted, as text. */
    orderText: text("order_text").notNull().default(""),
    /** Why it was suspended or withdrawn. */
    stateReason: text("state_reason").notNull().default(""),
    stateChangedBy: uuid("state_changed_by").references(() => accounts.id),
    /** The last day of which systems were told that it is over (`lib/machine/settle-lapses.ts`). */
    lapseTold: date("lapse_told", { mode: "string" }),
  },
  (t) => [
    index("grants_lapsing")
      .on(t.validUntil)
      .where(sql`state <> 'withdrawn' and valid_until is distinct from lapse_told`),
    uniqueIndex("grants_current").on(t.membershipId, t.systemRoleId).where(sql`state <> 'withdrawn'`),
    index("grants_system_role_id").on(t.systemRoleId),
    index("grants_suspended").on(t.stateChangedAt).where(sql`state = 'suspended'`),
  ],
)
