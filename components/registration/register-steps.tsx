import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { type RegistrationPage, registrationPages } from "@/lib/registration/rules"

const steps = ["register", "wait", "told", "signIn", "open"] as const

type RegisterStepsProps = {
  w: Dictionary
  locale: Locale
  /** The step of the five, from 1. */
  at: number
  /** The page of step 1, numbered apart. */
  page?: RegistrationPage
}

/** Where the case stands: the five steps by name, and within the first the page. Never a bare bar. */
export function RegisterSteps({ w, locale, at, page }: RegisterStepsProps) {
  const s = w.registration.steps
  const number = (nth: number) => digits(nth, locale)
  return (
    <nav aria-label={s.label} className="mb-6 border-b border-line pb-4">
      <p className="font-semibold">{s.at(number(at))}</p>
      <ol className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-5">
        {steps.map((step, nth) => (
          <li
            key={step}
            aria-current={nth + 1 === at ? "step" : undefined}
            className={
              nth + 1 === at
                ? "font-semibold sm:border-t-4 sm:border-jade sm:pt-1"
                : "text-ink-2 sm:border-t-4 sm:border-line sm:pt-1"
            }
          >
            {`${number(nth + 1)} ${s.names[step]}`}
            {nth + 1 < at ? <span>{` (${s.done})`}</span> : null}
          </li>
        ))}
      </ol>
      {page ? (
        <p className="mt-3 text-sm text-ink-2">
          {`${s.page(number(registrationPages.indexOf(page) + 1), number(registrationPages.length))} · ${w.registration.pages[page]}`}
        </p>
      ) : null}
    </nav>
  )
}
