import { sql } from "drizzle-orm"
import { index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { orders } from "./orders"
import { units } from "./units"

/** A one-time code with which a unit that has nobody comes in for the first time, on paper from the office above. */
export const activationCodes = pgTable(
  "activation_codes",
  {
    id: uuid("id").primaryKey(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    codeHash: bytes("code_hash").notNull(),
    /** The code itself, only until its letter has been printed, and a day at most. */
    codeSealed: bytes("code_sealed"),
    /** Letters issued together are printed in one run. */
    runId: uuid("run_id").notNull(),
    issuedBy: uuid("issued_by")
      .notNull()
      .references(() => accounts.id),
    /** The office in whose name it was issued. */
    officeId: uuid("office_id")
      .notNull()
      .references(() => units.id),
    issuedAt: instant("issued_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    printedAt: instant("printed_at"),
    /** When its form was handed in: a code lives no longer than that. */
    usedAt: instant("used_at"),
    /** A newer code took its place. */
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("activation_codes_live").on(t.unitId).where(sql`used_at is null and ended_at is null`),
    index("activation_codes_unit_id").on(t.unitId, t.issuedAt),
    index("activation_codes_run_id").on(t.runId),
    index("activation_codes_issued_by").on(t.issuedBy),
    index("activation_codes_sealed").on(t.issuedAt).where(sql`code_sealed is not null`),
  ],
)

/**
 * What a code, or later the request's own secret, opened: a session that can fill in the form of its order and no more.
 * A code has one at most; whoever types it again takes it over.
 */
export const activations = pgTable("activations", {
  id: uuid("id").primaryKey(),
  codeId: uuid("code_id")
    .notNull()
    .unique()
    .references(() => activationCodes.id),
  orderId: uuid("order_id")
    .notNull()
    .unique()
    .references(() => orders.id, { onDelete: "cascade" }),
  /** Keyed hash of the cookie of the browser that fills it in; null while nobody does. */
  tokenHash: bytes("token_hash").unique(),
  /** Hash of the secret that lets in who has to mend a returned request. */
  secretHash: bytes("secret_hash"),
  openedAt: instant("opened_at").notNull(),
  /** Until when the session goes on. */
  expiresAt: instant("expires_at").notNull(),
})
