import { jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns"

/** What the Department sets for the whole portal: one row a setting, validated by the room that owns the key. */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  changedAt: instant("changed_at").notNull(),
  changedBy: uuid("changed_by"),
})

/** The stamp of this database: exactly one row, written once. Production refuses a demonstration stamp. */
export const installation = pgTable("installation", {
  id: smallint("id").primaryKey().default(1),
  mode: text("mode", { enum: ["demo", "production"] }).notNull(),
  stampedAt: instant("stamped_at").notNull(),
})
