import type postgres from "postgres"
import { normaliseForSearch } from "@/lib/units/rules"

/** Nodes of a copied country begin at its number times this; the country that is there has fewer. */
export const nodesPerCountry = 20_000

const consonants = "กขคงจชซญดตถทนบปผพฟมยรลวสหอ"
const letters = "abcdefghijklmnopqrstuvwxyz"
const digits = "0123456789"

/** What stays as it is in a renamed country: the words for the kinds of unit. */
const kindWords = [
  "องค์การบริหารส่วนตำบล",
  "องค์การบริหารส่วนจังหวัด",
  "เทศบาลตำบล",
  "เทศบาลเมือง",
  "เทศบาลนคร",
  "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด",
  "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ",
  " Subdistrict Administrative Organisation",
  " Provincial Administrative Organisation",
  " Subdistrict Municipality",
  " District Office for Local Administration",
]

const turned = (list: string, by: number) => list.slice(by) + list.slice(0, by)

/** The digits of a country's codes: letters that no code has, so that every code keeps its length. */
const digitsOf = (country: number) =>
  Array.from(digits, (_, digit) => String.fromCharCode(0x400 + country * 16 + digit)).join("")

/** The two alphabets by which everything in a country is renamed; names stay as long and as alike as they are. */
function alphabets(country: number): readonly [from: string, to: string] {
  const renamed = (list: string, step: number) => turned(list, (country * step) % list.length)
  const capitals = letters.toUpperCase()
  const from = consonants + letters + capitals + digits
  const to = renamed(consonants, 5) + renamed(letters, 5) + renamed(capitals, 5) + digitsOf(country)
  return [from, to]
}

/** SQL that renames what stands in a column, the words for kinds left as they are. */
function rename(column: string, country: number, words: readonly string[]): string {
  const [from, to] = alphabets(country)
  const swap = (text: string) => Array.from(text, (sign) => to[from.indexOf(sign)] ?? sign).join("")
  return words.reduce(
    (sql, word) => `replace(${sql}, '${swap(word)}', '${word}')`,
    `translate(${column}, '${from}', '${to}')`,
  )
}

/**
 * Copies all provinces, districts and units but the Department as another country beneath it, with names and codes of its
 * own: ten times the country with units, districts and provinces of the size that they have.
 */
export async function copyCountry(tx: postgres.TransactionSql, country: number): Promise<void> {
  const name = (column: string) => rename(column, country, kindWords)
  const code = (column: string) => `translate(${column}, '${digits}', '${digitsOf(country)}')`
  const searched = kindWords.map(normaliseForSearch)
  const id = (column: string) => `md5('${country}' || ${column})::uuid`
  await tx.unsafe(`insert into provinces (code, name_th, name_en, region_th, region_en)
    select ${code("code")}, ${name("name_th")}, ${name("name_en")}, region_th, region_en
    from provinces where code ~ '^[0-9]+$'`)
  await tx.unsafe(`insert into districts (code, name_th, name_en, kind, province_code)
    select ${code("code")}, ${name("name_th")}, ${name("name_en")}, kind, ${code("province_code")}
    from districts where code ~ '^[0-9]+$'`)
  await tx.unsafe(`
    insert into units (id, node, kind, parent_id, path, code, name_th, name_short_th, name_en, province_code,
      district_code, latitude, longitude, area_km2, email, search, source_digest)
    overriding system value
    select ${id("u.id")}, u.node + ${country * nodesPerCountry}, u.kind,
      case when p.kind = 'department' then p.id else ${id("p.id")} end,
      '1/' || (select string_agg((step::int + ${country * nodesPerCountry})::text, '/' order by at) || '/'
        from string_to_table(rtrim(substr(u.path, 3), '/'), '/') with ordinality as t(step, at)),
      ${code("u.code")}, ${name("u.name_th")}, ${name("u.name_short_th")}, ${name("u.name_en")},
      ${code("u.province_code")}, ${code("u.district_code")}, u.latitude, u.longitude, u.area_km2, u.email,
      ${rename("u.search", country, searched)}, 'copied'
    from units u join units p on p.id = u.parent_id where u.node < ${nodesPerCountry} order by u.node`)
  await tx.unsafe(`insert into unit_codes (unit_id, code, valid_from)
    select id, code, current_date from units where node / ${nodesPerCountry} = ${country}`)
}
