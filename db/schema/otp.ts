import { index, pgTable, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { loginFlows } from "./signin"

/** A mailed one-time code. Only a keyed hash bound to its flow is kept; at most two of a flow are live. */
export const otpCodes = pgTable(
  "otp_codes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    flowId: uuid("flow_id")
      .notNull()
      .references(() => loginFlows.id, { onDelete: "cascade" }),
    codeHash: bytes("code_hash").notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    mailId: uuid("mail_id").notNull(),
  },
  (t) => [index("otp_codes_flow_id").on(t.flowId)],
)
