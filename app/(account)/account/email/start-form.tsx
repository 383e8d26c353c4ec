import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { PasswordField } from "@/components/ui/password-field"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type StartFormProps = {
  w: Dictionary
  faults: readonly Fault[]
  mine: { masked: string | undefined; isVerified: boolean }
  typed: string | undefined
}

/** The new address and the password once more; what was typed for an address comes back, the password never. */
export function StartForm({ w, faults, mine, typed }: StartFormProps) {
  const s = w.email.start
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return (
    <form method="post" action="/api/account/email" className="space-y-4" aria-labelledby="start-title">
      <h2 id="start-title">{mine.masked && mine.isVerified ? s.change : s.set}</h2>
      <TextField
        name="email"
        type="email"
        label={s.address}
        hint={s.addressHint}
        error={errorAt("email")}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed ?? ""}
      />
      <PasswordField
        name="password"
        label={s.password}
        hint={s.passwordHint}
        error={errorAt("password")}
        autoComplete="current-password"
      />
      <p className="text-sm text-ink-2">{mine.isVerified ? s.toBoth : `${s.toNew} ${s.told}`}</p>
      <Button kind="main" wide>
        {s.submit}
      </Button>
    </form>
  )
}
