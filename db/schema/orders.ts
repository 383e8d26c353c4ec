import { sql } from "drizzle-orm"
import { boolean, date, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { staffKinds } from "./access"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

export const orderStates = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "superseded",
  "expired",
  "revoked",
  "rejected",
  "withdrawn",
] as const

/** แต่งตั้ง, รักษาการ, ยกเลิก. */
export const orderKinds = ["appoint", "acting", "revoke"] as const

/** หนังสือมอบหมาย / คำสั่งแต่งตั้ง: the written order that makes people SSO Admins of a unit, or ends that. */
export const orders = pgTable(
  "orders",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** The request's number, as people say and type it and as the QR code of a printed order carries it. */
    number: text("number").notNull().unique(),
    /** Whose SSO Admins it appoints. */
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    /** Who issued it: the unit itself, or the office above. */
    issuerId: uuid("issuer_id")
      .notNull()
      .references(() => units.id),
    kind: text("kind", { enum: orderKinds }).notNull(),
    /** The number on the paper, in Arabic digits; empty until it is known. */
    orderNumber: text("order_number").notNull().default(""),
    /** Buddhist era. */
    orderYearBe: integer("order_year_be"),
    orderDate: date("order_date", { mode: "string" }),
    signerName: text("signer_name").notNull().default(""),
    signerPost: text("signer_post").notNull().default(""),
    validFrom: date("valid_from", { mode: "string" }),
    validUntil: date("valid_until", { mode: "string" }),
    /** The order that this one withdraws. */
    revokesId: uuid("revokes_id"),
    state: text("state", { enum: orderStates }).notNull(),
    version: integer("version").notNull().default(1),
    /** Moves when something that stands on the print has changed: an older print no longer matches. */
    printVersion: integer("print_version").notNull().default(1),
    /** When its maker last had it printed to be signed; null: never, so no code is looked for on its scan. */
    printedAt: instant("printed_at"),
    /** Who began it; nobody with an account where a unit's activation code did. */
    madeBy: uuid("made_by").references(() => accounts.id),
    createdAt: instant("created_at").notNull(),
    submittedBy: uuid("submitted_by").references(() => accounts.id),
    submittedAt: instant("submitted_at"),
    returnedFields: text("returned_fields").array(),
    decidedAt: instant("decided_at"),
    /** When a draft, or a returned order that nobody mends, goes. */
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    // Unique by issuer, number and year among those that were ever handed in and not turned down.
    uniqueIndex("orders_paper")
      .on(t.issuerId, t.orderNumber, t.orderYearBe)
      .where(sql`state in ('submitted', 'returned', 'approved', 'superseded', 'expired', 'revoked')`),
    index("orders_unit_id").on(t.unitId),
    index("orders_made_by").on(t.madeBy),
    index("orders_submitted_by").on(t.submittedBy),
    index("orders_expires_at").on(t.expiresAt),
  ],
)

/** A person named in an order. */
export const orderPeople = pgTable(
  "order_people",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    sort: integer("sort").notNull(),
    nationalIdSealed: bytes("national_id_sealed").notNull(),
    nationalIdHash: bytes("national_id_hash").notNull(),
    titleTh: text("title_th").notNull(),
    givenNameTh: text("given_name_th").notNull(),
    familyNameTh: text("family_name_th").notNull(),
    post: text("post").notNull(),
    staffKind: text("staff_kind", { enum: staffKinds }).notNull(),
    staffReason: text("staff_reason").notNull().default(""),
    email: text("email").notNull(),
    officeTelephone: text("office_telephone").notNull().default(""),
    /** What came of an approval. */
    accountId: uuid("account_id").references(() => accounts.id),
    membershipId: uuid("membership_id"),
    appointmentId: uuid("appointment_id"),
    /** The account and the membership came by this order: reopening takes back what was never used. */
    isNewAccount: boolean("is_new_account").notNull().default(false),
    isNewMembership: boolean("is_new_membership").notNull().default(false),
  },
  (t) => [
    uniqueIndex("order_people_once").on(t.orderId, t.nationalIdHash),
    index("order_people_national_id_hash").on(t.nationalIdHash),
  ],
)
