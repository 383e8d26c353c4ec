import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"

type Named = { readonly nameTh: string; readonly nameEn: string }

/** The name of a system or role in the reader's language and digits. */
export function rightName(locale: Locale, { nameTh, nameEn }: Named): string {
  return digits(locale === "th" ? nameTh : nameEn, locale)
}

type Right = {
  readonly systemTh: string
  readonly systemEn: string
  readonly roleTh: string
  readonly roleEn: string
}

/** System and role of a right in the reader's language. */
export function rightParts(locale: Locale, right: Right): readonly [system: string, role: string] {
  const th = locale === "th"
  return [
    digits(th ? right.systemTh : right.systemEn, locale),
    digits(th ? right.roleTh : right.roleEn, locale),
  ]
}
