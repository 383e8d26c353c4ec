import { NewPasswordFields } from "@/components/passwords/new-password-fields"
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
  return (
    <form method="post" action="/api/account/password" className="space-y-4">
      <PasswordField
        name="currentPassword"
        label={p.current}
        error={errorAt("currentPassword")}
        autoComplete="current-password"
      />
      <NewPasswordFields w={w} locale={locale} faults={faults} />
      <Checkbox name="endOthers" label={p.endOthers} hint={p.endOthersHint} defaultChecked />
      <p className="text-sm text-ink-2">{p.told}</p>
      <Button kind="main" wide>
        {p.submit}
      </Button>
    </form>
  )
}
