import type { FactValue } from "@/lib/cases/facts"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

/** What a fact says, in the reviewer's language; what somebody typed stays as he typed it. */
export function factText(value: FactValue, w: Dictionary, locale: Locale): string {
  switch (value.is) {
    case "text":
      return value.text === "" ? w.desk.empty : value.text
    case "staff-kind":
      return w.desk.staffKinds[value.kind]
    case "order-kind":
      return w.desk.orderKinds[value.kind]
    case "unit":
      return `${locale === "en" && value.nameEn ? value.nameEn : value.nameTh} (${digits(value.code, locale)})`
    case "day":
      return formatDate(new Date(`${value.day}T00:00:00+07:00`), locale)
    case "instant":
      return formatDateTime(value.at, locale)
  }
}
