import type { Locale } from "@/lib/i18n/locale"

type Named = { readonly nameTh: string; readonly nameEn: string | null }

/** A unit's or place's name in the reader's language, the Thai one where there is no other. */
export function nameIn(locale: Locale, { nameTh, nameEn }: Named): string {
  return (locale === "en" && nameEn) || nameTh
}

type Placed = {
  readonly provinceTh: string | null
  readonly provinceEn: string | null
  readonly districtTh: string | null
  readonly districtEn: string | null
}

/** District and province in the reader's language, as far as a unit has them. */
export function placeIn(locale: Locale, unit: Placed): string {
  const [district, province] =
    locale === "en" ? [unit.districtEn, unit.provinceEn] : [unit.districtTh, unit.provinceTh]
  if (locale === "en") return [district, province].filter(Boolean).join(", ")
  return [district && `อ.${district}`, province && `จ.${province}`].filter(Boolean).join(" ")
}
