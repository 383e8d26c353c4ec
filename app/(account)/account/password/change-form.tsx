import { StrengthMeter } from "@/components/passwords/strength-meter"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { PasswordField } from "@/components/ui/password-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type ChangeFormProps = { w: Dictionary; locale: Locale; faults: readonly Fault[] }

/** The password at present, and the new one twice; nothing ever comes back into the fields. */
export function ChangeForm({ w, locale, faults }: ChangeFormProps) {
  const p = w.passwords
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const rules = [p.rules.length, p.rules.any, p.rules.guess, p.rules.example]
  const { label, weak, fair, strong } = p.strength
  return (
    <form method="post" action="/api/account/password" className="space-y-4">
      <PasswordField
        name="currentPassword"
        label={p.current}
        error={errorAt("currentPassword")}
        autoComplete="current-password"
      />
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
      <Checkbox name="endOthers" label={p.endOthers} hint={p.endOthersHint} defaultChecked />
      <p className="text-sm text-ink-2">{p.told}</p>
      <Button kind="main" wide>
        {p.submit}
      </Button>
    </form>
  )
}
