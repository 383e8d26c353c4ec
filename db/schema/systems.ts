import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"

export const systemCategories = ["reports", "finance", "people", "education", "citizens", "office"] as const

/** ระบบสารสนเทศปลายทาง. The portal links to one only when it is connected. */
export const systems = pgTable("systems", {
  code: text("code").primaryKey(),
  nameTh: text("name_th").notNull(),
  nameEn: text("name_en").notNull(),
  purposeTh: text("purpose_th").notNull(),
  purposeEn: text("purpose_en").notNull(),
  category: text("category", { enum: systemCategories }).notNull(),
  state: text("state", { enum: ["not-connected", "open", "closed"] }).notNull(),
  sort: integer("sort").notNull(),
})

/** A role in a system, e.g. INFO's recorder. A certifying role is never granted by its holder to himself. */
export const systemRoles = pgTable(
  "system_roles",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    systemCode: text("system_code")
      .notNull()
      .references(() => systems.code),
    key: text("key").notNull(),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    certifies: boolean("certifies").notNull().default(false),
    sort: integer("sort").notNull(),
  },
  (t) => [
    uniqueIndex("system_roles_key").on(t.systemCode, t.key),
    index("system_roles_system").on(t.systemCode),
  ],
)
