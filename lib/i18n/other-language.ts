import { headers } from "next/headers"
import type { Locale } from "./locale"

/** A language by its own name, as a reader looks for it; so it belongs to no dictionary. */
const ownNames: Record<Locale, string> = { th: "ภาษาไทย", en: "English" }

/** A link to the page being shown, in the other language. */
export type OtherLanguage = { locale: Locale; name: string; href: string }

/** The other language, and the address of this same page in it (query kept). */
export async function otherLanguage(current: Locale): Promise<OtherLanguage> {
  const locale: Locale = current === "th" ? "en" : "th"
  return { locale, name: ownNames[locale], href: withLanguage((await headers()).get("x-path"), locale) }
}

/** Sets `lang` in the query of a same-origin path; anything else becomes the front page. */
export function withLanguage(path: string | null, locale: Locale): string {
  const here = new URL(path?.startsWith("/") && !path.startsWith("//") ? path : "/", "http://here.invalid")
  here.searchParams.delete("_rsc")
  here.searchParams.set("lang", locale)
  return here.pathname + here.search
}
