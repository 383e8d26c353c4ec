import { doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

/** Somebody who leads a unit, as the public may know him. */
export type Executive = { readonly post: string; readonly name: string }

/** What a unit says of itself: how and when it is reached, who leads it, where it lies. Its official names stand in `units`. */
export type ProfileFields = {
  readonly address: string
  readonly telephone: string
  readonly email: string
  readonly openingHours: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly executives: readonly Executive[]
}

/** The data of a unit (“ตั้งค่า อปท.”) as of its last change, and when somebody last said that it is right. */
export const unitProfiles = pgTable("unit_profiles", {
  unitId: uuid("unit_id")
    .primaryKey()
    .references(() => units.id),
  version: integer("version").notNull(),
  address: text("address").notNull(),
  telephone: text("telephone").notNull(),
  email: text("email").notNull(),
  openingHours: text("opening_hours").notNull(),
  latitude: doublePrecision("latitude"),
  longitude: doublePrecision("longitude"),
  executives: jsonb("executives").$type<readonly Executive[]>().notNull(),
  /** Changed or looked over and found right. */
  checkedAt: instant("checked_at").notNull(),
  checkedBy: uuid("checked_by")
    .notNull()
    .references(() => accounts.id),
})

/** Every version of a unit's data, whole. */
export const unitProfileVersions = pgTable(
  "unit_profile_versions",
  {
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    version: integer("version").notNull(),
    profile: jsonb("profile").$type<ProfileFields>().notNull(),
    changedAt: instant("changed_at").notNull(),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.version] })],
)
