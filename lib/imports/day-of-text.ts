import "server-only"
import { arabicDigits } from "@/lib/i18n/digits"

const months = [
  ["มค", "มกราคม", "jan", "january"],
  ["กพ", "กุมภาพันธ์", "feb", "february"],
  ["มีค", "มีนาคม", "mar", "march"],
  ["เมย", "เมษายน", "apr", "april"],
  ["พค", "พฤษภาคม", "may", "may"],
  ["มิย", "มิถุนายน", "jun", "june"],
  ["กค", "กรกฎาคม", "jul", "july"],
  ["สค", "สิงหาคม", "aug", "august"],
  ["กย", "กันยายน", "sep", "september"],
  ["ตค", "ตุลาคม", "oct", "october"],
  ["พย", "พฤศจิกายน", "nov", "november"],
  ["ธค", "ธันวาคม", "dec", "december"],
]

/** The three fields of a form's day out of one cell: `31/12/2570`, `๓๑ ธ.ค. ๒๕๗๐`, `2026-12-31`. What is none stays wrong. */
export function dayOfText(text: string): { day: string; month: string; year: string } {
  const bare = arabicDigits(text)
    .normalize("NFC")
    .replace(/พ\.?ศ\.?|\p{Cf}/gu, "")
    .trim()
    .toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/.exec(bare)
  if (iso) return { day: iso[3] ?? "", month: iso[2] ?? "", year: iso[1] ?? "" }
  const figures = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(bare)
  if (figures) return { day: figures[1] ?? "", month: figures[2] ?? "", year: figures[3] ?? "" }
  const named = /^(\d{1,2})\s*([^\d\s][^\d]*?)\s*(\d{4})$/.exec(bare)
  const month = months.findIndex((names) => names.includes((named?.[2] ?? "").replace(/[.\s]/g, ""))) + 1
  if (named && month > 0) return { day: named[1] ?? "", month: `${month}`, year: named[3] ?? "" }
  return { day: text.slice(0, 20), month: "", year: "" }
}
