import { sql } from "drizzle-orm"
import { boolean, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { memberships, staffKinds } from "./access"
import { instant } from "./columns"
import { accounts } from "./identity"
import { systemRoles } from "./systems"
import { units } from "./units"

/** “ขอสิทธิ์”: a user asks the SSO Admins of his unit for a role. */
export const rightsRequests = pgTable(
  "rights_requests",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    membershipId: uuid("membership_id")
      .notNull()
      .references(() => memberships.id),
    systemRoleId: uuid("system_role_id")
      .notNull()
      .references(() => systemRoles.id),
    reason: text("reason").notNull(),
    state: text("state", { enum: ["waiting", "granted", "refused", "withdrawn", "expired"] }).notNull(),
    askedAt: instant("asked_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    decidedBy: uuid("decided_by").references(() => accounts.id),
    decidedAt: instant("decided_at"),
    /** Why not, in words for the person who asked. */
    answer: text("answer").notNull().default(""),
  },
  (t) => [
    uniqueIndex("rights_requests_waiting").on(t.membershipId, t.systemRoleId).where(sql`state = 'waiting'`),
    index("rights_requests_membership_id").on(t.membershipId),
    index("rights_requests_expires_at").on(t.expiresAt).where(sql`state = 'waiting'`),
  ],
)

/** A person moves from one unit to another: one request that an SSO Admin of each signs. */
export const transfers = pgTable(
  "transfers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    fromMembershipId: uuid("from_membership_id")
      .notNull()
      .references(() => memberships.id),
    fromUnitId: uuid("from_unit_id")
      .notNull()
      .references(() => units.id),
    toUnitId: uuid("to_unit_id")
      .notNull()
      .references(() => units.id),
    toMembershipId: uuid("to_membership_id"),
    post: text("post").notNull(),
    staffKind: text("staff_kind", { enum: staffKinds }).notNull(),
    staffReason: text("staff_reason").notNull().default(""),
    officeTelephone: text("office_telephone").notNull().default(""),
    orderText: text("order_text").notNull(),
    /** The day on which the old rights end and the new begin; the hour is midnight in Bangkok. */
    effectiveOn: date("effective_on", { mode: "string" }).notNull(),
    state: text("state", { enum: ["open", "agreed", "done", "refused", "withdrawn", "expired"] }).notNull(),
    openedBy: uuid("opened_by")
      .notNull()
      .references(() => accounts.id),
    openedAt: instant("opened_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    fromSignedBy: uuid("from_signed_by").references(() => accounts.id),
    fromSignedAt: instant("from_signed_at"),
    toSignedBy: uuid("to_signed_by").references(() => accounts.id),
    toSignedAt: instant("to_signed_at"),
    closedAt: instant("closed_at"),
    closedBy: uuid("closed_by").references(() => accounts.id),
    closedReason: text("closed_reason").notNull().default(""),
  },
  (t) => [
    uniqueIndex("transfers_open").on(t.fromMembershipId).where(sql`state in ('open', 'agreed')`),
    index("transfers_from_unit_id").on(t.fromUnitId),
    index("transfers_to_unit_id").on(t.toUnitId),
    index("transfers_effective_on").on(t.effectiveOn).where(sql`state = 'agreed'`),
  ],
)

/** The roles that begin in the new unit with a transfer. */
export const transferGrants = pgTable(
  "transfer_grants",
  {
    transferId: uuid("transfer_id")
      .notNull()
      .references(() => transfers.id, { onDelete: "cascade" }),
    systemRoleId: uuid("system_role_id")
      .notNull()
      .references(() => systemRoles.id),
    validUntil: date("valid_until", { mode: "string" }),
    isKept: boolean("is_kept").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.transferId, t.systemRoleId] })],
)
