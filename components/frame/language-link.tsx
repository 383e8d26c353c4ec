import type { OtherLanguage } from "@/lib/i18n/other-language"

/** This same page in the other language, named in that language (WCAG 2.2, 3.1.2). */
export function LanguageLink({ to }: { to: OtherLanguage }) {
  return (
    <a href={to.href} hrefLang={to.locale} lang={to.locale} className="nowrap inline-block py-2">
      {to.name}
    </a>
  )
}
