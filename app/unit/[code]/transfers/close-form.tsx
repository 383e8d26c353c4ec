import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type CloseFormProps = {
  w: Dictionary
  unitCode: string
  line: { readonly id: string; readonly isFrom: boolean }
}

/** Refuses a transfer, or takes it back, with the reason. */
export function CloseForm({ w, unitCode, line }: CloseFormProps) {
  const c = w.transfers.close
  const verb = line.isFrom ? "withdraw" : "refuse"
  return (
    <form
      method="post"
      action={`/api/unit/transfers/${verb}`}
      className="flex flex-wrap items-end gap-3 pt-2"
    >
      <input type="hidden" name="unitCode" value={unitCode} />
      <input type="hidden" name="transferId" value={line.id} />
      <div className="min-w-60 grow">
        <TextField
          name="reason"
          id={`reason-${line.id}`}
          label={c.reason}
          maxLength={300}
          autoComplete="off"
        />
      </div>
      <Button>{c[verb]}</Button>
    </form>
  )
}
