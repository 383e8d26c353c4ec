import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"

/** Counters of limits, by scope and keyed hash of what is limited. They survive a restart and serve all instances. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    scope: text("scope").notNull(),
    key: bytes("key").notNull(),
    windowEndsAt: instant("window_ends_at").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] })],
)
