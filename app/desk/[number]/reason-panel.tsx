import { Key } from "@/components/desk/key"
import { ReasonFilter } from "@/components/desk/reason-filter"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { returnableFields } from "@/lib/cases/rules"
import { longestNote, reasonsFor } from "@/lib/desk/rules"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { forms, type Seen, SeenFields } from "./seen-fields"

type ReasonPanelProps = {
  w: Dictionary
  locale: Locale
  kind: "registration" | "order"
  people: readonly { id: string; name: string }[]
  seen: Seen
  typed: Readonly<Record<string, string>> | undefined
  outcome: "return" | "reject"
  dataKey: string
}

/** The panel of a return or a rejection: coded reasons by number, what has to be mended, and words of one's own. */
export function ReasonPanel(props: ReasonPanelProps) {
  const { w, locale, kind, seen, typed, outcome, dataKey } = props
  const { desk } = w
  const isTyped = typed?.outcome === outcome
  const name = outcome === "return" ? desk.return : desk.reject
  return (
    <details name="decision" open={isTyped} className="open:w-full open:order-first">
      <summary data-key={dataKey} className={`btn ${outcome === "reject" ? "btn-danger" : ""}`}>
        {name} <Key name={dataKey.toUpperCase()} />
      </summary>
      <form
        id={forms[outcome]}
        method="post"
        action="/api/desk/decide"
        className="mt-3 grid gap-x-8 gap-y-3 md:grid-cols-2"
      >
        <SeenFields seen={seen} outcome={outcome} />
        <fieldset id={`reasons-${outcome}`}>
          <legend className="font-semibold">{desk.whichReasons}</legend>
          <p className="text-sm text-ink-2">{desk.reasonsHint}</p>
          <ReasonFilter label={desk.filterReasons} none={desk.filterNone} />
          {reasonsFor[kind][outcome].map((code, at) => (
            <div key={code} data-reason>
              <Checkbox
                id={`${outcome}-${code}`}
                name={`reason-${code}`}
                defaultChecked={isTyped && typed[`reason-${code}`] === "1"}
                label={
                  <>
                    <Key name={digits(at + 1, locale)} /> {desk.reasons[code]}
                  </>
                }
              />
            </div>
          ))}
        </fieldset>
        <div>
          {outcome === "return" ? <FieldBoxes {...props} /> : null}
          <label htmlFor={`note-${outcome}`} className="font-semibold">
            {desk.note}
          </label>
          <p id={`note-hint-${outcome}`} className="text-sm text-ink-2">
            {desk.noteHint}
          </p>
          <textarea
            id={`note-${outcome}`}
            name="note"
            rows={3}
            maxLength={longestNote}
            className="input mb-3"
            aria-describedby={`note-hint-${outcome}`}
            defaultValue={isTyped ? (typed.note ?? "") : ""}
          />
          <Button kind={outcome === "reject" ? "danger" : "main"}>
            {outcome === "return" ? desk.sendReturn : desk.sendReject}
          </Button>
        </div>
      </form>
    </details>
  )
}

function FieldBoxes({ w, kind, people, typed }: ReasonPanelProps) {
  const { desk } = w
  const named = [
    ...returnableFields[kind].map((field) => ({ field: field as string, name: desk.fields[field] })),
    ...people.map(({ id, name }) => ({ field: `person:${id}`, name })),
  ]
  return (
    <fieldset id="fields" className="mb-3">
      <legend className="font-semibold">{desk.whichFields}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {named.map(({ field, name }) => (
          <Checkbox
            key={field}
            id={`field-${field}`}
            name={`field-${field}`}
            label={name}
            defaultChecked={typed?.[`field-${field}`] === "1"}
          />
        ))}
      </div>
    </fieldset>
  )
}
