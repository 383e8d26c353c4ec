import type { Locale } from "./locale"

const thaiZero = "๐".codePointAt(0) ?? 0

/** Shows 0–9 as ๐–๙ on Thai screens; leaves everything else as it is. */
export function digits(text: string | number, locale: Locale): string {
  const plain = String(text)
  if (locale === "en") return plain
  return plain.replace(/[0-9]/g, (d) => String.fromCodePoint(thaiZero + Number(d)))
}

/** Reads ๐–๙ as 0–9, so that whatever a Thai keyboard types is understood. */
export function arabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (d) => String((d.codePointAt(0) ?? thaiZero) - thaiZero))
}

/** A whole number with thousands separators in the reader's digits. */
export function formatCount(value: number, locale: Locale): string {
  return digits(value.toLocaleString("en-US"), locale)
}
