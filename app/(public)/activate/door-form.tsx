import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type DoorFormProps = { w: Dictionary; unit: string; faults: readonly Fault[] }

/** Unit code and activation code, as the letter has them. */
export function DoorForm({ w, unit, faults }: DoorFormProps) {
  const d = w.activation.door
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return (
    <section aria-labelledby="enter" className="max-w-door">
      <h2 id="enter" className="mb-3">
        {d.title}
      </h2>
      <form method="post" action="/api/activate" className="space-y-4">
        <TextField
          name="unitCode"
          label={d.unitCode}
          hint={d.unitHint}
          defaultValue={unit}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="code"
          label={d.code}
          hint={d.codeHint}
          error={errorAt("code")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
        />
        <Button kind="main" wide>
          {d.submit}
        </Button>
      </form>
      <dl className="mt-8 space-y-4">
        <div>
          <dt className="font-semibold">{d.noLetter}</dt>
          <dd>{d.noLetterBody}</dd>
        </div>
        <div>
          <dt className="font-semibold">{d.sent}</dt>
          <dd>
            <a href="/activate/request">{d.sentLink}</a>
          </dd>
        </div>
      </dl>
    </section>
  )
}
