import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type FactorFormProps = { w: Dictionary; faults: readonly Fault[]; returnTo: string | undefined }

/** The code of an authenticator app, or a recovery code; no mailed code stands in for it. */
export function FactorForm({ w, faults, returnTo }: FactorFormProps) {
  const f = w.factors.step
  return (
    <>
      <p className="mb-5">{w.signin.stepUp.why}</p>
      <form method="post" action="/api/step-up/factor" className="space-y-4">
        {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
        <TextField
          name="code"
          label={f.code}
          hint={f.codeHint}
          error={faults.find((fault) => fault.field === "code")?.text}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button kind="main" wide>
          {f.submit}
        </Button>
      </form>
    </>
  )
}
