import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { PasswordField } from "@/components/ui/password-field"
import type { Dictionary } from "@/lib/i18n/words"

type PasswordFormProps = { w: Dictionary; faults: readonly Fault[]; returnTo: string | undefined }

/** The password once more; the code follows. */
export function PasswordForm({ w, faults, returnTo }: PasswordFormProps) {
  const s = w.signin.stepUp
  return (
    <>
      <p className="mb-5">{s.why}</p>
      <form method="post" action="/api/step-up/password" className="space-y-4">
        {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
        <PasswordField
          name="password"
          label={s.password}
          error={faults.find((fault) => fault.field === "password")?.text}
          autoComplete="current-password"
        />
        <p className="text-sm text-ink-2">{s.next}</p>
        <Button kind="main" wide>
          {s.submit}
        </Button>
      </form>
    </>
  )
}
