/** Languages of the pages. */
export type Language = "th" | "en"

const thaiZero = 0x0e50

/** Shows 0–9 as ๐–๙ in Thai; leaves everything else as it is. */
export function digits(text: string | number, language: Language): string {
  if (language === "en") return String(text)
  return String(text).replace(/[0-9]/g, (d) => String.fromCodePoint(thaiZero + Number(d)))
}

/** A whole number with separators of thousands, in the reader's digits. */
export function count(value: number, language: Language): string {
  return digits(value.toLocaleString("en-US"), language)
}

/** Reads ๐–๙ as 0–9. */
export function arabic(text: string): string {
  return text.replace(/[๐-๙]/g, (d) => String((d.codePointAt(0) ?? thaiZero) - thaiZero))
}

const monthsTh =
  "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" ")
const monthsEn =
  "January February March April May June July August September October November December".split(" ")

const monthName = (month: number, language: Language) =>
  (language === "th" ? monthsTh : monthsEn)[month - 1] ?? ""

/** A day `2026-12-01` as people write it: `๑ ธันวาคม ๒๕๖๙`, `1 December 2026`. */
export function day(date: string, language: Language): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split("-").map(Number)
  const shownYear = language === "th" ? year + 543 : year
  return digits(`${dayOfMonth} ${monthName(month, language)} ${shownYear}`, language)
}

/** A month `2026-12` as people write it. */
export function month(yearMonth: string, language: Language): string {
  const [year = 0, number = 0] = yearMonth.split("-").map(Number)
  return digits(`${monthName(number, language)} ${language === "th" ? year + 543 : year}`, language)
}

const inBangkok = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Bangkok",
  dateStyle: "short",
  timeStyle: "short",
})

/** The day in Bangkok, `2026-12-01`. */
export function bangkokDay(at: Date): string {
  return inBangkok.format(at).slice(0, 10)
}

/** Day and time in Bangkok. */
export function moment(at: Date, language: Language): string {
  const [date = "", time = ""] = inBangkok.format(at).split(" ")
  // as the Secretariat's regulation on official letters writes it
  const clock = language === "th" ? `เวลา ${time.replace(":", ".")} น.` : time
  return `${day(date, language)} ${digits(clock, language)}`
}
