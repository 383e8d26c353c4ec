import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { privacyVersion } from "@/lib/registration/rules"

/** What happens with the facts of a request (PDPA section 23), before any of them is typed. */
export function PrivacyNotice({ w, locale }: { w: Dictionary; locale: Locale }) {
  const p = w.registrationPrivacy
  const parts = [p.who, p.what, p.why, p.whom, p.howLong, p.rights]
  return (
    <section aria-labelledby="notice" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="notice">{p.title}</h2>
      <p className="text-sm text-ink-2">{p.version(digits(privacyVersion, locale))}</p>
      {parts.map((part) => (
        <div key={part.title} className="mt-3">
          <h3 className="font-semibold">{part.title}</h3>
          <p>{part.body}</p>
        </div>
      ))}
      <p className="mt-3">
        <a href="/privacy">{p.whole}</a>
      </p>
    </section>
  )
}
