import type { Fault } from "@/components/ui/error-summary"
import { PasswordField } from "@/components/ui/password-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { StrengthMeter } from "./strength-meter"

type NewPasswordFieldsProps = { w: Dictionary; locale: Locale; faults: readonly Fault[] }

/** What a new password must be, and the password twice, because it is not seen. */
export function NewPasswordFields({ w, locale, faults }: NewPasswordFieldsProps) {
  const p = w.passwords
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const rules = [p.rules.length, p.rules.any, p.rules.guess, p.rules.example]
  const { label, weak, fair, strong } = p.strength
  return (
    <>
      <section aria-labelledby="rules-title" className="rounded-md bg-jade-soft p-4 text-sm">
        <h2 id="rules-title" className="mb-1 text-base">
          {p.rules.title}
        </h2>
        <ul className="list-disc space-y-1 pl-5">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <div>
        <PasswordField
          name="newPassword"
          label={p.next}
          error={errorAt("newPassword")}
          autoComplete="new-password"
        />
        <StrengthMeter
          of="newPassword"
          locale={locale}
          words={{ label, weak, fair, strong, short: p.strength.short("{missing}") }}
        />
      </div>
      <PasswordField name="again" label={p.again} error={errorAt("again")} autoComplete="new-password" />
    </>
  )
}
