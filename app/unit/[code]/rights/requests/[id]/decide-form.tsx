import { DayBeFields } from "@/components/orders/day-be-fields"
import { TextArea } from "@/components/rights/text-area"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { typedDay } from "@/lib/http/typed-day"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type DecideFormProps = {
  w: Dictionary
  locale: Locale
  unitCode: string
  requestId: string
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** The answer: yes until a day on an order, or no with words. */
export function DecideForm({ w, locale, unitCode, requestId, faults, typed }: DecideFormProps) {
  const { decide: d, check: c } = w.rights
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return (
    <form method="post" action="/api/unit/rights/requests" className="max-w-door space-y-4">
      <input type="hidden" name="unitCode" value={unitCode} />
      <input type="hidden" name="requestId" value={requestId} />
      <SelectField
        name="decision"
        label={d.decision}
        error={errorAt("decision")}
        defaultValue={typed?.decision ?? "grant"}
        options={[
          { value: "grant", label: d.grant },
          { value: "refuse", label: d.refuse },
        ]}
      />
      <DayBeFields
        w={w}
        locale={locale}
        name="until"
        legend={c.until}
        hint={d.untilHint}
        error={errorAt("until")}
        value={typedDay(typed, "until")}
      />
      <TextField
        name="orderText"
        label={c.order}
        hint={c.orderHint}
        error={errorAt("orderText")}
        defaultValue={typed?.orderText ?? ""}
        maxLength={200}
      />
      <TextArea
        name="answer"
        label={d.answer}
        hint={d.answerHint}
        error={errorAt("answer")}
        defaultValue={typed?.answer ?? ""}
        maxLength={500}
      />
      <Button kind="main" wide>
        {d.send}
      </Button>
    </form>
  )
}
