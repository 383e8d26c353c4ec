import { createHash } from "node:crypto"
import { searchText } from "@/lib/units/rules"
import type { DistrictRow, ProvinceRow, UnitRow } from "./rows"

type LocalKind =
  | "pao"
  | "city_municipality"
  | "town_municipality"
  | "subdistrict_municipality"
  | "sao"
  | "pattaya"

/** A unit as the reference data wants it; its parent is named by code. */
export type WantedUnit = {
  readonly code: string
  readonly kind: "department" | "provincial_office" | "district_office" | LocalKind
  readonly parentCode: string | null
  readonly nameTh: string
  readonly nameShortTh: string
  readonly nameEn: string | null
  readonly provinceCode: string | null
  readonly districtCode: string | null
  readonly subdistrictCode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly areaKm2: number | null
  readonly email: string | null
  readonly search: string
  readonly digest: string
}

/** Code of the Department itself. */
export const departmentCode = "00"

const bangkok = "10"

const kinds: Record<
  Exclude<UnitRow["type_key"], "BMA">,
  { kind: LocalKind; english: (short: string) => string }
> = {
  PAO: { kind: "pao", english: (n) => `${n} Provincial Administrative Organisation` },
  CITY_MUN: { kind: "city_municipality", english: (n) => `${n} City Municipality` },
  TOWN_MUN: { kind: "town_municipality", english: (n) => `${n} Town Municipality` },
  SUBDIST_MUN: { kind: "subdistrict_municipality", english: (n) => `${n} Subdistrict Municipality` },
  SAO: { kind: "sao", english: (n) => `${n} Subdistrict Administrative Organisation` },
  PATTAYA: { kind: "pattaya", english: () => "Pattaya City" },
}

// These hang under the district; the larger ones directly under the province.
const underDistrict: ReadonlySet<LocalKind> = new Set(["subdistrict_municipality", "sao"])

type Draft = Omit<WantedUnit, "search" | "digest">

const nowhere = { subdistrictCode: null, latitude: null, longitude: null, areaKm2: null, email: null }

/** The whole tree, parents before children: the Department, 76 provincial and 878 district offices, the local units. */
export function wantedUnits(
  provinces: readonly ProvinceRow[],
  districts: readonly DistrictRow[],
  units: readonly UnitRow[],
): WantedUnit[] {
  const places = new Map(
    [...provinces, ...districts].map((place) => [place.code, `${place.name_th} ${place.name_en}`]),
  )
  const drafts = [
    department,
    ...provinces.filter((p) => p.code !== bangkok).map(provincialOffice),
    ...districts.filter((d) => d.kind === "amphoe").map(districtOffice),
    ...units.flatMap(localUnit),
  ]
  return drafts.map((draft) => finished(draft, places))
}

const department: Draft = {
  ...nowhere,
  code: departmentCode,
  kind: "department",
  parentCode: null,
  nameTh: "กรมส่งเสริมการปกครองท้องถิ่น",
  nameShortTh: "สถ.",
  nameEn: "Department of Local Administration",
  provinceCode: null,
  districtCode: null,
}

function provincialOffice(province: ProvinceRow): Draft {
  return {
    ...nowhere,
    code: province.code,
    kind: "provincial_office",
    parentCode: departmentCode,
    nameTh: `สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด${province.name_th}`,
    nameShortTh: `สถจ.${province.name_th}`,
    nameEn: `${province.name_en} Provincial Office for Local Administration`,
    provinceCode: province.code,
    districtCode: null,
  }
}

function districtOffice(district: DistrictRow): Draft {
  return {
    ...nowhere,
    code: district.code,
    kind: "district_office",
    parentCode: district.province_code,
    nameTh: `สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ${district.name_th}`,
    nameShortTh: `สถอ.${district.name_th}`,
    nameEn: `${district.name_en} District Office for Local Administration`,
    provinceCode: district.province_code,
    districtCode: district.code,
  }
}

function localUnit(row: UnitRow): Draft[] {
  if (row.type_key === "BMA" || row.unit_code === null) return []
  const { kind, english } = kinds[row.type_key]
  return [
    {
      code: row.unit_code,
      kind,
      parentCode: underDistrict.has(kind) && row.district_code ? row.district_code : row.province_code,
      nameTh: row.name_th,
      nameShortTh: row.name_short_th,
      nameEn: row.name_en_short ? english(row.name_en_short) : kind === "pattaya" ? english("") : null,
      provinceCode: row.province_code,
      districtCode: row.district_code,
      subdistrictCode: row.subdistrict_code,
      latitude: row.lat,
      longitude: row.lng,
      areaKm2: row.area_km2,
      email: row.email,
    },
  ]
}

function finished(draft: Draft, places: ReadonlyMap<string, string>): WantedUnit {
  const around = [draft.districtCode, draft.provinceCode].map((code) => places.get(code ?? "") ?? "")
  const unit = { ...draft, search: searchText(draft, around) }
  return { ...unit, digest: createHash("sha256").update(JSON.stringify(unit)).digest("hex").slice(0, 32) }
}
