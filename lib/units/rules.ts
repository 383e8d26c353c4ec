// What sounds alike is written alike: people spell a place by ear, and the register has its own spelling.
const alike: Readonly<Record<string, string>> = {
  ใ: "ไ",
  ศ: "ส",
  ษ: "ส",
  ณ: "น",
  ญ: "ย",
  ฎ: "ด",
  ฏ: "ต",
  ฐ: "ถ",
  ธ: "ท",
  ฑ: "ท",
  ฒ: "ท",
  ฃ: "ข",
  ฅ: "ค",
  ฆ: "ค",
  ภ: "พ",
  ฬ: "ล",
  ฌ: "ช",
}

/** Short forms of the kinds of unit, longest first, and the words by which a name begins. */
const kindWords: readonly (readonly [short: RegExp, full: string])[] = [
  [/^(?:อ\.?บ\.?ต\.?)(?![ก-ฮ]?์)/, "องค์การบริหารส่วนตำบล"],
  [/^(?:อ\.?บ\.?จ\.?)/, "องค์การบริหารส่วนจังหวัด"],
  [/^(?:สถจ\.?)/, "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"],
  [/^(?:สถอ\.?)/, "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ"],
  [/^(?:ทต\.|ทต(?=\s|$))/, "เทศบาลตำบล"],
  [/^(?:ทม\.|ทม(?=\s|$))/, "เทศบาลเมือง"],
  [/^(?:ทน\.|ทน(?=\s|$))/, "เทศบาลนคร"],
]

const leading =
  /^(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)?|สำนักงานส่งเสริมการปกครองท้องถิ่น(?:จังหวัด|อำเภอ)|ตำบล|อำเภอ|จังหวัด|ต\.|อ\.|จ\.)\s*/

/**
 * Name or code as it is compared in a search that forgives misspelling: Thai digits as Arabic, one case, no spaces or
 * signs, no tone marks, no silenced letter (การันต์), letters that sound alike as one.
 */
export function normaliseForSearch(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50))
      .replace(/เเ/g, "แ")
      // tone marks first: ◌ํ and ◌า are typed apart by some keyboards, with the mark between them
      .replace(/[็่้๊๋]/g, "")
      .replace(/ํา/g, "ำ")
      .replace(/[ก-ฮ][ิุ]?์/g, "")
      .replace(/[ก-ฮใ]/g, (letter) => alike[letter] ?? letter)
      .replace(/[\s\p{P}\p{S}\p{C}ฯๆ์ํฺ]/gu, "")
  )
}

/** What someone typed into the search box, as the search needs it. */
export type SearchTerms = {
  /** A unit code or the beginning of one, when nothing but digits was typed. */
  readonly code: string | null
  /** Words that must all occur in name or place, short forms of kinds spelt out. */
  readonly words: readonly string[]
  /** The place alone, without the kind of unit: what a misspelling is measured by. */
  readonly place: string
}

/** Reads what was typed; null when there is nothing to search by. */
export function searchTerms(typed: string): SearchTerms | null {
  const plain = normaliseForSearch(typed)
  if (plain === "") return null
  if (/^\d+$/.test(plain)) return { code: plain, words: [], place: plain }
  const spelt = typed.trim().replace(/\s+/g, " ")
  const full = kindWords.reduce((text, [short, long]) => text.replace(short, long), spelt)
  const words = full.split(" ").map(normaliseForSearch).filter(Boolean).slice(0, 6)
  const place = normaliseForSearch(full.replace(leading, "").replace(leading, ""))
  return { code: null, words, place: place || plain }
}

/** The unit code that digits name: the Department writes seven digits in some lists and eight in others. */
export function fullCode(digits: string): string {
  return digits.length === 7 ? `0${digits}` : digits
}

/** Rows on a page of the lookup. */
export const unitsPerPage = 20

/** Longest text that the search box takes. */
export const maxQueryLength = 100

type Named = {
  readonly nameTh: string
  readonly nameShortTh: string
  readonly nameEn: string | null
  readonly code: string
}

/** What a unit is found by: full name, short name, English name and code, then the names of its places, each normalised. */
export function searchText(unit: Named, places: readonly string[]): string {
  const own = [unit.nameTh, unit.nameShortTh, unit.nameEn ?? "", unit.code].map(normaliseForSearch).join(" ")
  return [own, ...places.map(normaliseForSearch)].join(" ").trim()
}
