import type { ReactNode } from "react"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { AppList } from "./app-list"
import { CodesLeft } from "./codes-left"
import { PasskeyList } from "./passkey-list"

type Mine = {
  passkeys: Parameters<typeof PasskeyList>[0]["passkeys"]
  apps: Parameters<typeof AppList>[0]["apps"]
  codesLeft: number
}

type MyFactorsProps = {
  w: Dictionary
  locale: Locale
  mine: Mine
  isPasskeyOffered: boolean
  /** The form that adds an app. */
  children: ReactNode
}

/** Passkeys first, which are the safest; then apps; then the codes that stand in for both. */
export function MyFactors({ w, locale, mine, isPasskeyOffered, children }: MyFactorsProps) {
  const { passkeys, apps, codesLeft } = mine
  return (
    <>
      <PasskeyList w={w} locale={locale} passkeys={passkeys} isOffered={isPasskeyOffered} />
      <section aria-labelledby="apps-title">
        <h2 id="apps-title">{w.factors.titleOfApps}</h2>
        <p className="mt-1 mb-4 text-ink-2">{w.factors.lead}</p>
        <AppList w={w} locale={locale} apps={apps} />
        {children}
      </section>
      {passkeys.length + apps.length > 0 ? <CodesLeft w={w} locale={locale} left={codesLeft} /> : null}
    </>
  )
}
