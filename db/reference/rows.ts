import { z } from "zod"

const digits = (length: number) =>
  z.string().regex(new RegExp(`^\\d{${length}}$`), `must be ${length} digits`)
const name = z.string().min(1, "must not be empty").max(200)
const orNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === "" ? null : v), schema.nullable())
const number = (min: number, max: number) => orNull(z.coerce.number().min(min).max(max))

export const provinceRow = z.object({
  code: digits(2),
  name_th: name,
  name_en: name,
  region_th: name,
  region_en: name,
})

export const districtRow = z.object({
  code: digits(4),
  name_th: name,
  name_en: name,
  province_code: digits(2),
  kind: z.enum(["amphoe", "khet"]),
})

export const subdistrictRow = z.object({
  code: digits(6),
  name_th: name,
  name_en: name,
  district_code: digits(4),
  postal_code: orNull(digits(5)),
})

/** Bangkok stands in the file without a code and is left out when the tree is built. */
export const unitRow = z.object({
  unit_code: orNull(digits(8)),
  type_key: z.enum(["PAO", "CITY_MUN", "TOWN_MUN", "SUBDIST_MUN", "SAO", "PATTAYA", "BMA"]),
  name_th: name,
  name_short_th: name,
  name_en_short: orNull(name),
  province_code: digits(2),
  district_code: orNull(digits(4)),
  subdistrict_code: orNull(digits(6)),
  lat: number(5, 21),
  lng: number(97, 106),
  // As the registry has it: some areas are plainly wrong, and nothing is worked out from them.
  area_km2: number(0, 100_000_000),
  email: orNull(z.email()),
})

/** A row of `districts.csv`. */
export type DistrictRow = z.output<typeof districtRow>

/** A row of `provinces.csv`. */
export type ProvinceRow = z.output<typeof provinceRow>

/** A row of `units.csv`. */
export type UnitRow = z.output<typeof unitRow>
