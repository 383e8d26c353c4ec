import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type AskFormProps = { w: Dictionary; unitCode: string; faults: readonly Fault[] }

/** Opens a way back for somebody of the unit. Nothing typed here ever comes back into the page. */
export function AskForm({ w, unitCode, faults }: AskFormProps) {
  const { ask: a, reasons } = w.recovery.unit
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return (
    <form method="post" action="/api/unit/recoveries" className="max-w-door space-y-4">
      <input type="hidden" name="unitCode" value={unitCode} />
      <TextField
        name="who"
        label={a.who}
        hint={a.whoHint}
        error={errorAt("who")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SelectField
        name="reason"
        label={a.reason}
        error={errorAt("reason")}
        empty={a.choose}
        options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="note"
        label={a.note}
        hint={a.noteHint}
        error={errorAt("note")}
        autoComplete="off"
        maxLength={500}
      />
      <TextField
        name="newEmail"
        type="email"
        label={a.newEmail}
        hint={a.newEmailHint}
        error={errorAt("newEmail")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button kind="main" wide>
        {a.submit}
      </Button>
    </form>
  )
}
