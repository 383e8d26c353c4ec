import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { instant } from "./columns"

export const provinces = pgTable("provinces", {
  code: text("code").primaryKey(),
  nameTh: text("name_th").notNull(),
  nameEn: text("name_en").notNull(),
  regionTh: text("region_th").notNull(),
  regionEn: text("region_en").notNull(),
})

export const districts = pgTable(
  "districts",
  {
    code: text("code").primaryKey(),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    kind: text("kind", { enum: ["amphoe", "khet"] }).notNull(),
    provinceCode: text("province_code")
      .notNull()
      .references(() => provinces.code),
  },
  (t) => [index("districts_province_code").on(t.provinceCode)],
)

export const subdistricts = pgTable(
  "subdistricts",
  {
    code: text("code").primaryKey(),
    nameTh: text("name_th").notNull(),
    nameEn: text("name_en").notNull(),
    postalCode: text("postal_code"),
    districtCode: text("district_code")
      .notNull()
      .references(() => districts.code),
  },
  (t) => [index("subdistricts_district_code").on(t.districtCode)],
)

export const unitKinds = [
  "department",
  "provincial_office",
  "district_office",
  "pao",
  "city_municipality",
  "town_municipality",
  "subdistrict_municipality",
  "sao",
  "pattaya",
] as const

/** หน่วยงาน. Its uuid is its identity; its code is history (`unit_codes`), because an upgrade changes it. */
export const units = pgTable(
  "units",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Short number used only inside `path`. */
    node: integer("node").generatedAlwaysAsIdentity().unique(),
    kind: text("kind", { enum: unitKinds }).notNull(),
    parentId: uuid("parent_id").references((): AnyPgColumn => units.id),
    /** Materialised path of nodes from the Department down, `1/37/512/`; a subtree is a prefix. */
    path: text("path").notNull(),
    /** The code in force today; the history of codes is `unit_codes`. */
    code: text("code").notNull().unique(),
    nameTh: text("name_th").notNull(),
    nameShortTh: text("name_short_th").notNull(),
    nameEn: text("name_en"),
    provinceCode: text("province_code").references(() => provinces.code),
    districtCode: text("district_code").references(() => districts.code),
    subdistrictCode: text("subdistrict_code").references(() => subdistricts.code),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    areaKm2: doublePrecision("area_km2"),
    email: text("email"),
    /** Name, place names and code, normalised for searching that forgives misspelling. */
    search: text("search").notNull(),
    /** Digest of the reference row, so that a second load knows what changed. */
    sourceDigest: text("source_digest").notNull(),
    /** The unit that took this one up: it has no code of its own any more, and hangs below that one with its history. */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => units.id),
    /** The Department changed kind, code or names here: older reference data does not change them back. */
    decidedOn: date("decided_on", { mode: "string" }),
    /** When something of it changed that everybody may know; a trigger sets it. */
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("units_path").on(t.path.op("text_pattern_ops")),
    index("units_code_beginning").on(t.code.op("text_pattern_ops")),
    index("units_province_code").on(t.provinceCode),
    index("units_district_code").on(t.districtCode),
    index("units_parent_id").on(t.parentId, t.code),
    index("units_merged_into_id").on(t.mergedIntoId).where(sql`merged_into_id is not null`),
    check("units_parent", sql`(${t.kind} = 'department') = (${t.parentId} is null)`),
  ],
)

/** Which unit a code meant, from when until when. */
export const unitCodes = pgTable(
  "unit_codes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    code: text("code").notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validUntil: date("valid_until", { mode: "string" }),
  },
  (t) => [
    index("unit_codes_unit_id").on(t.unitId),
    index("unit_codes_code").on(t.code),
    uniqueIndex("unit_codes_current").on(t.code).where(sql`valid_until is null`),
  ],
)
