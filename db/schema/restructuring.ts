import { sql } from "drizzle-orm"
import { date, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns"
import { accounts } from "./identity"
import { type unitKinds, units } from "./units"

/** What a unit is called, by code, kind and names. */
export type UnitName = {
  readonly code: string
  readonly kind: (typeof unitKinds)[number]
  readonly nameTh: string
  readonly nameEn: string | null
}

/** The Department changes a unit's kind, code or names on an order, or has one unit taken up by another. */
export const unitChanges = pgTable(
  "unit_changes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    act: text("act", { enum: ["change", "merge"] }).notNull(),
    /** What the unit was when this was planned. */
    former: jsonb("former").$type<UnitName>().notNull(),
    /** What it becomes; null where another takes it up. */
    wanted: jsonb("wanted").$type<UnitName>(),
    intoId: uuid("into_id").references(() => units.id),
    orderText: text("order_text").notNull(),
    reason: text("reason").notNull(),
    effectiveOn: date("effective_on", { mode: "string" }).notNull(),
    state: text("state", { enum: ["planned", "done", "withdrawn", "failed"] }).notNull(),
    plannedBy: uuid("planned_by")
      .notNull()
      .references(() => accounts.id),
    plannedAt: instant("planned_at").notNull(),
    settledAt: instant("settled_at"),
    /** Why it could not be carried out on its day: a refusal's code. */
    failure: text("failure"),
    /** How much went along, by table. */
    moved: jsonb("moved").$type<Readonly<Record<string, number>>>(),
  },
  (t) => [
    uniqueIndex("unit_changes_planned").on(t.unitId).where(sql`state = 'planned'`),
    index("unit_changes_due").on(t.effectiveOn).where(sql`state = 'planned'`),
    index("unit_changes_unit_id").on(t.unitId),
    index("unit_changes_into_id").on(t.intoId),
  ],
)
