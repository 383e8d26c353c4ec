import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { staffKinds } from "./access"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

export const registrationStates = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "rejected",
  "withdrawn",
] as const

/** What a disputed account was before it was given to whom ThaiID proved. Instants are ISO 8601 text. */
export type ReplacedHolder = {
  readonly from: "invited" | "active" | "locked"
  readonly email: string | null
  readonly emailVerifiedAt: string | null
  readonly passwordHash: string | null
  readonly signInMethod: "password" | "thaid"
  readonly signInMethodChangedAt: string | null
  readonly locale: "th" | "en"
  readonly titleTh: string
  readonly givenNameTh: string
  readonly familyNameTh: string
}

/**
 * คำขอลงทะเบียน: a person's request for an account in a unit. What was not filled in yet is null; nothing is kept of a draft
 * beyond its time.
 */
export const registrations = pgTable(
  "registrations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** As people say and type it; given out with the first page. */
    number: text("number").notNull().unique(),
    /** Keyed hash of the secret that goes with the number. */
    secretHash: bytes("secret_hash").notNull(),
    /** Keyed hash of the cookie of the browser that fills it in; a browser that resumes gets a new one. */
    tokenHash: bytes("token_hash").notNull().unique(),
    state: text("state", { enum: registrationStates }).notNull(),
    version: integer("version").notNull().default(1),
    /** When ThaiID proved the person; then names and number are its own and locked. Null: typed. */
    provedAt: instant("proved_at"),
    nationalIdSealed: bytes("national_id_sealed"),
    nationalIdHash: bytes("national_id_hash"),
    titleTh: text("title_th").notNull().default(""),
    givenNameTh: text("given_name_th").notNull().default(""),
    familyNameTh: text("family_name_th").notNull().default(""),
    unitId: uuid("unit_id").references(() => units.id),
    post: text("post").notNull().default(""),
    staffKind: text("staff_kind", { enum: staffKinds }),
    /** Why someone who is no permanent official asks. */
    staffReason: text("staff_reason").notNull().default(""),
    telephone: text("telephone").notNull().default(""),
    email: text("email"),
    emailVerifiedAt: instant("email_verified_at"),
    locale: text("locale", { enum: ["th", "en"] }).notNull(),
    privacyVersion: integer("privacy_version"),
    privacyAcceptedAt: instant("privacy_accepted_at"),
    /** The page of step 1 that comes next. */
    page: integer("page").notNull().default(1),
    /** First submission. */
    submittedAt: instant("submitted_at"),
    /** Fields and pages that the reviewer named, while it is returned. */
    returnedFields: text("returned_fields").array(),
    decidedAt: instant("decided_at"),
    /** What came of an approval. */
    accountId: uuid("account_id").references(() => accounts.id),
    membershipId: uuid("membership_id"),
    /** The person had an account already when the approval took effect: reopening must not close it. */
    hadAccount: boolean("had_account"),
    /** The account of somebody else, perhaps, that holds the number which ThaiID proved to be this applicant's. */
    disputedAccountId: uuid("disputed_account_id").references(() => accounts.id),
    /** What the approval took from that account's former holder, for a reopening. */
    replaced: jsonb("replaced").$type<ReplacedHolder>(),
    createdAt: instant("created_at").notNull(),
    /** When a draft, or a returned request that nobody mends, goes. */
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    index("registrations_national_id_hash").on(t.nationalIdHash),
    index("registrations_unit_id").on(t.unitId),
    index("registrations_expires_at").on(t.expiresAt),
    index("registrations_disputed_account_id").on(t.disputedAccountId),
    index("registrations_account_id").on(t.accountId),
  ],
)

/** A code mailed to an applicant: to confirm his address, or to show that a correction or withdrawal is his. */
export const registrationCodes = pgTable(
  "registration_codes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    registrationId: uuid("registration_id")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["confirm-email", "correct", "withdraw"] }).notNull(),
    email: text("email").notNull(),
    codeHash: bytes("code_hash").notNull(),
    guessesLeft: integer("guesses_left").notNull(),
    mailId: uuid("mail_id").notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [index("registration_codes_registration_id").on(t.registrationId)],
)
