import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"

/** บุคคล: one human, one 13-digit number, kept sealed and found by its keyed hash. */
export const persons = pgTable("persons", {
  id: uuid("id").primaryKey().defaultRandom(),
  nationalIdSealed: bytes("national_id_sealed").notNull(),
  nationalIdHash: bytes("national_id_hash").notNull().unique(),
  titleTh: text("title_th").notNull().default(""),
  givenNameTh: text("given_name_th").notNull(),
  familyNameTh: text("family_name_th").notNull(),
  givenNameEn: text("given_name_en"),
  familyNameEn: text("family_name_en"),
})

export const accountStates = ["invited", "active", "locked", "suspended", "closed"] as const

/** บัญชีผู้ใช้งาน. Its uuid is the subject for life; nothing ever mints a new one for the same person. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .unique()
      .references(() => persons.id),
    state: text("state", { enum: accountStates }).notNull(),
    stateChangedAt: instant("state_changed_at").notNull(),
    /** Who changed the state, and why, where a person did. */
    stateChangedBy: uuid("state_changed_by").references((): AnyPgColumn => accounts.id),
    stateReason: text("state_reason").notNull().default(""),
    /** The last day of a suspension that ends by itself; null while somebody has to end it. */
    suspendedUntil: date("suspended_until", { mode: "string" }),
    username: text("username"),
    /** The user name as compared: case folded, digits Arabic. */
    usernameKey: text("username_key").unique(),
    email: text("email"),
    emailVerifiedAt: instant("email_verified_at"),
    /** argon2id in PHC format, or an older kind that awaits its one sign-in; null where no password was ever set. */
    passwordHash: text("password_hash"),
    passwordSetAt: instant("password_set_at"),
    /** Nothing opens but the change of password: the hash that came over gave the password away. */
    passwordMustChange: boolean("password_must_change").notNull().default(false),
    /** Set by 100 failures in 24 hours: the password route is closed until recovery, other routes are not. */
    passwordClosedAt: instant("password_closed_at"),
    /** How the person chose to sign in; by ThaiID means that the password route is closed to him. */
    signInMethod: text("sign_in_method", { enum: ["password", "thaid"] })
      .notNull()
      .default("password"),
    signInMethodChangedAt: instant("sign_in_method_changed_at"),
    /** When ThaiID last proved that the account's person is at the door. */
    thaidProvedAt: instant("thaid_proved_at"),
    /** Why the account is locked, while it is. `disputed`: ThaiID proved somebody else to be its person. */
    lockedReason: text("locked_reason", { enum: ["alarm", "disputed"] }),
    /** The state in which a dispute found the account, and into which a decision for its holder puts it back. */
    disputedFrom: text("disputed_from", { enum: ["invited", "active", "locked"] }),
    /** When somebody in charge last decided for its holder: from then on another's proof freezes it no more. */
    disputeDecidedAt: instant("dispute_decided_at"),
    /** No administrative power before this instant: the account was recovered without ThaiID's proof of the person. */
    powersHeldUntil: instant("powers_held_until"),
    locale: text("locale", { enum: ["th", "en"] })
      .notNull()
      .default("th"),
    dutiesVersion: integer("duties_version"),
    dutiesAcceptedAt: instant("duties_accepted_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("accounts_suspended_until").on(t.suspendedUntil).where(sql`state = 'suspended'`),
    check("accounts_email_verified", sql`${t.emailVerifiedAt} is null or ${t.email} is not null`),
  ],
)
