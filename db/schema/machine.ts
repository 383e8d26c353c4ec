import { sql } from "drizzle-orm"
import { bigint, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns"

/** What can happen to the rights that a system rests on. */
export const changeKinds = [
  "grant-granted",
  "grant-changed",
  "grant-suspended",
  "grant-restored",
  "grant-withdrawn",
  "grant-lapsed",
  "membership-changed",
  "membership-suspended",
  "membership-restored",
  "membership-ended",
  "membership-lapsed",
  "membership-moved",
  "account-activated",
  "account-locked",
  "account-suspended",
  "account-restored",
  "account-closed",
  "unit-changed",
] as const

/**
 * What a connected system may learn of accounts, memberships, grants and units that concern it. Triggers write the rows
 * in the transaction of the change itself (docs/decisions/0034), so no way of changing them can leave one out; what ends by
 * the calendar is written by a job.
 */
export const systemChanges = pgTable(
  "system_changes",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Where it stands in the feed: given after its commit, in the order in which commits were found. Null until then. */
    position: bigint("position", { mode: "number" }),
    systemCode: text("system_code").notNull(),
    kind: text("kind", { enum: changeKinds }).notNull(),
    /** Null where a unit itself changed. */
    accountId: uuid("account_id"),
    unitId: uuid("unit_id").notNull(),
    /** The unit's code at that moment. */
    unitCode: text("unit_code").notNull(),
    /** The code that stood in its place before, where that is what changed. */
    formerUnitCode: text("former_unit_code"),
    /** Keys of the roles that it is about. */
    roles: text("roles").array().notNull(),
    /** The last day of the role or of the membership that changed; null where there is none. */
    validUntil: date("valid_until", { mode: "string" }),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("system_changes_position").on(t.position),
    index("system_changes_system").on(t.systemCode, t.position),
    index("system_changes_unplaced").on(t.id).where(sql`position is null`),
    index("system_changes_at").on(t.at),
  ],
)

/** An entry of the feed. */
export type FeedRow = {
  readonly position: number
  readonly systemCode: string
  readonly kind: (typeof changeKinds)[number]
  readonly accountId: string | null
  readonly unitCode: string
  readonly formerUnitCode: string | null
  readonly roles: readonly string[]
  readonly validUntil: string | null
  readonly at: string
}
