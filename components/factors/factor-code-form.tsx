import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type FactorCodeFormProps = {
  w: Dictionary
  action: string
  /** An app gives codes; who has none types a recovery code alone. */
  hasTotp: boolean
  error: string | undefined
  returnTo?: string | undefined
}

/** The code of an authenticator app, or a recovery code; no mailed code stands in for it. */
export function FactorCodeForm({ w, action, hasTotp, error, returnTo }: FactorCodeFormProps) {
  const f = w.factors.step
  return (
    <form method="post" action={action} className="space-y-4">
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <TextField
        name="code"
        label={hasTotp ? f.code : f.recovery}
        hint={hasTotp ? f.codeHint : f.recoveryHint}
        error={error}
        autoComplete={hasTotp ? "one-time-code" : "off"}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button kind={hasTotp ? "main" : "plain"} wide>
        {f.submit}
      </Button>
    </form>
  )
}
