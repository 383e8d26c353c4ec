import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type LookUpFormProps = { w: Dictionary; faults: readonly Fault[]; number: string }

/** Number and secret, as the slip has them. The secret never comes back into the page. */
export function LookUpForm({ w, faults, number }: LookUpFormProps) {
  const s = w.registration.status
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return (
    <div className="max-w-door">
      <p className="mb-4">{s.lead}</p>
      <form method="post" action="/api/register/status" className="space-y-4">
        <TextField
          name="number"
          label={s.number}
          hint={s.numberHint}
          error={errorAt("number")}
          defaultValue={number}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="secret"
          label={s.secret}
          hint={s.secretHint}
          error={errorAt("secret")}
          autoComplete="off"
          spellCheck={false}
          className="tracking-widest"
        />
        <Button kind="main" wide>
          {s.submit}
        </Button>
      </form>
      <p className="mt-6">
        <a href="/register">{s.fresh}</a>
      </p>
    </div>
  )
}
