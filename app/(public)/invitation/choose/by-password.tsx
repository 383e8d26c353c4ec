import { NewPasswordFields } from "@/components/passwords/new-password-fields"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type ByPasswordProps = { w: Dictionary; locale: Locale; faults: readonly Fault[]; isMain: boolean }

/** A password, and a user name if wished. Nothing that is typed here ever comes back into the page. */
export function ByPassword({ w, locale, faults, isMain }: ByPasswordProps) {
  const p = w.invitations.choice.password
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return (
    <section aria-labelledby="by-password">
      <h2 id="by-password" className="mb-3">
        {p.title}
      </h2>
      <form method="post" action="/api/invitation/password" className="space-y-4">
        <TextField
          name="nationalId"
          label={p.nationalId}
          hint={p.nationalIdHint}
          error={errorAt("nationalId")}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="username"
          label={p.username}
          hint={p.usernameHint}
          error={errorAt("username")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPasswordFields w={w} locale={locale} faults={faults} />
        <Button kind={isMain ? "main" : "plain"} wide>
          {p.submit}
        </Button>
      </form>
    </section>
  )
}
