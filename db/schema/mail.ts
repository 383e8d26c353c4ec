import { sql } from "drizzle-orm"
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"

/**
 * Mail to be sent after commit. What the template needs is sealed, wiped once sent, and dropped unsent at
 * `drop_after`; the row stays as the record that a mail went out.
 */
export const outboxMails = pgTable(
  "outbox_mails",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    template: text("template").notNull(),
    locale: text("locale", { enum: ["th", "en"] }).notNull(),
    recipient: text("recipient").notNull(),
    propsSealed: bytes("props_sealed"),
    createdAt: instant("created_at").notNull(),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    dropAfter: instant("drop_after").notNull(),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    leasedUntil: instant("leased_until"),
    sentAt: instant("sent_at"),
    droppedAt: instant("dropped_at"),
  },
  (t) => [
    index("outbox_mails_due").on(t.nextAttemptAt).where(sql`sent_at is null and dropped_at is null`),
    index("outbox_mails_created_at").on(t.createdAt),
  ],
)
