import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

const steps = ["person", "paper", "form"] as const

type ActivationStepsProps = { w: Dictionary; locale: Locale; at: (typeof steps)[number] }

/** Where the form of a unit's first SSO Admin stands: its three steps by name. */
export function ActivationSteps({ w, locale, at }: ActivationStepsProps) {
  const f = w.activation.form
  const number = (nth: number) => digits(nth, locale)
  return (
    <nav aria-label={f.stepsLabel} className="mb-6 border-b border-line pb-4">
      <p className="font-semibold">{f.step(number(steps.indexOf(at) + 1), number(steps.length))}</p>
      <ol className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-3">
        {steps.map((step, nth) => (
          <li
            key={step}
            aria-current={step === at ? "step" : undefined}
            className={`sm:border-t-4 sm:pt-1 ${step === at ? "font-semibold sm:border-jade" : "text-ink-2 sm:border-line"}`}
          >
            {`${number(nth + 1)} ${f.steps[step]}`}
          </li>
        ))}
      </ol>
    </nav>
  )
}
