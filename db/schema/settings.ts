import { integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns"

/**
 * What the Department sets for the whole portal: one row a version of a setting, the highest in force, validated by the
 * room that obeys the key. The portal's role may only insert and read. The audit names a change by its `id`.
 */
export const settings = pgTable(
  "settings",
  {
    key: text("key").notNull(),
    value: jsonb("value").notNull(),
    changedAt: instant("changed_at").notNull(),
    changedBy: uuid("changed_by"),
    version: integer("version").notNull().default(1),
    id: uuid("id").notNull().unique().defaultRandom(),
  },
  (t) => [primaryKey({ columns: [t.key, t.version] })],
)

/** The stamp of this database: exactly one row, written once. Production refuses a demonstration stamp. */
export const installation = pgTable("installation", {
  id: smallint("id").primaryKey().default(1),
  mode: text("mode", { enum: ["demo", "production"] }).notNull(),
  stampedAt: instant("stamped_at").notNull(),
})
