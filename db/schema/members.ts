import { sql } from "drizzle-orm"
import { boolean, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { staffKinds } from "./access"
import { instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

export const offerStates = ["open", "accepted", "declined", "withdrawn", "expired"] as const

/**
 * What a unit enters to make somebody its user. It becomes a membership when the owner of the account accepts it, so that
 * entering a known 13-digit number tells the unit nothing: until then the unit sees its own words and no others.
 */
export const membershipOffers = pgTable(
  "membership_offers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** The account came by this offer; never shown to the unit. */
    isNewAccount: boolean("is_new_account").notNull(),
    titleTh: text("title_th").notNull(),
    givenNameTh: text("given_name_th").notNull(),
    familyNameTh: text("family_name_th").notNull(),
    email: text("email").notNull(),
    post: text("post").notNull(),
    staffKind: text("staff_kind", { enum: staffKinds }).notNull(),
    staffReason: text("staff_reason").notNull().default(""),
    officeTelephone: text("office_telephone").notNull().default(""),
    orderText: text("order_text").notNull().default(""),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validUntil: date("valid_until", { mode: "string" }),
    state: text("state", { enum: offerStates }).notNull(),
    offeredBy: uuid("offered_by")
      .notNull()
      .references(() => accounts.id),
    offeredAt: instant("offered_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    decidedAt: instant("decided_at"),
    membershipId: uuid("membership_id"),
  },
  (t) => [
    uniqueIndex("membership_offers_open").on(t.accountId, t.unitId).where(sql`state = 'open'`),
    index("membership_offers_unit_id").on(t.unitId),
    index("membership_offers_expires_at").on(t.expiresAt).where(sql`state = 'open'`),
  ],
)

/**
 * An office that looks after a unit below it for thirty days, because the unit has no working SSO Admin or because its
 * head asked for it in writing.
 */
export const caretakers = pgTable(
  "caretakers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    /** The provincial or district office. */
    officeId: uuid("office_id")
      .notNull()
      .references(() => units.id),
    reason: text("reason", { enum: ["nobody-there", "head-asked"] }).notNull(),
    /** The head's written request, as text; empty where nobody is there. */
    orderText: text("order_text").notNull().default(""),
    begunBy: uuid("begun_by")
      .notNull()
      .references(() => accounts.id),
    begunAt: instant("begun_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** Once, by the office above the one that looks after the unit. */
    renewedBy: uuid("renewed_by").references(() => accounts.id),
    renewedAt: instant("renewed_at"),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by").references(() => accounts.id),
  },
  (t) => [
    uniqueIndex("caretakers_one").on(t.unitId).where(sql`ended_at is null`),
    index("caretakers_office_id").on(t.officeId),
  ],
)
