import type { Locale } from "@/lib/i18n/locale"
import { otherLanguage } from "@/lib/i18n/other-language"

/** This same page in the other language, named in that language (WCAG 2.2, 3.1.2). */
export async function LanguageLink({ locale }: { locale: Locale }) {
  const other = await otherLanguage(locale)
  return (
    <a href={other.href} hrefLang={other.locale} lang={other.locale} className="nowrap inline-block py-2">
      {other.name}
    </a>
  )
}
