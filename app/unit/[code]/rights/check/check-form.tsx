import { DayBeFields } from "@/components/orders/day-be-fields"
import { shownDay } from "@/components/orders/shown-day"
import { rightParts } from "@/components/rights/right-name"
import { TextArea } from "@/components/rights/text-area"
import { Button, LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { typedDay } from "@/lib/http/typed-day"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import type { Dictionary } from "@/lib/i18n/words"
import type { CheckLine } from "@/lib/rights/get-rights-check"

type CheckFormProps = {
  w: Dictionary
  locale: Locale
  unitCode: string
  path: string
  lines: readonly CheckLine[]
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** The changes as a list, what they rest on, and the button that saves them all. */
export function CheckForm({ w, locale, unitCode, path, lines, faults, typed }: CheckFormProps) {
  const c = w.rights.check
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const isPossible = lines.every(({ no }) => no === undefined)
  const dates = lines.some(({ change }) => change.act === "grant" || change.act === "until")
  return (
    <form method="post" action="/api/unit/rights" className="space-y-5">
      <p className="max-w-reading">{c.lead}</p>
      <input type="hidden" name="unitCode" value={unitCode} />
      {lines.map(({ text }, at) => (
        <input key={text} type="hidden" name={`change${at}`} value={text} />
      ))}
      <DataTable
        caption={c.caption}
        columns={columnsOf(w, locale)}
        rows={lines}
        rowKey={({ text }) => text}
      />
      <div className="max-w-door space-y-4">
        {isPossible && dates ? (
          <DayBeFields
            w={w}
            locale={locale}
            name="until"
            legend={c.until}
            hint={c.untilHint}
            error={errorAt("until")}
            value={typedDay(typed, "until")}
          />
        ) : null}
        {isPossible ? (
          <>
            <TextField
              name="orderText"
              label={c.order}
              hint={c.orderHint}
              error={errorAt("orderText")}
              defaultValue={typed?.orderText ?? ""}
              maxLength={200}
            />
            <TextArea
              name="reason"
              label={c.reason}
              hint={c.reasonHint}
              error={errorAt("reason")}
              defaultValue={typed?.reason ?? ""}
              maxLength={500}
            />
          </>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {isPossible ? <Button kind="main">{c.save}</Button> : null}
          <LinkButton href={path}>{c.back}</LinkButton>
        </div>
      </div>
    </form>
  )
}

function columnsOf(w: Dictionary, locale: Locale) {
  const r = w.rights
  const c = r.check
  return [
    {
      key: "person",
      label: c.columns.person,
      rowName: true,
      cell: ({ name }: CheckLine) => <span lang="th">{name}</span>,
    },
    {
      key: "right",
      label: c.columns.right,
      cell: ({ role }: CheckLine) => {
        const [system, name] = rightParts(locale, role)
        return (
          <>
            {system}
            <b className="block">{name}</b>
          </>
        )
      },
    },
    {
      key: "act",
      label: c.columns.act,
      cell: ({ change, no, validUntil }: CheckLine) => (
        <>
          <b>{r.acts[change.act]}</b>
          {change.act === "withdraw" ? (
            <span className="block text-sm text-ink-2">{c.willSuspend}</span>
          ) : null}
          {change.act === "restore" && validUntil ? (
            <span className="block text-sm text-ink-2">{r.untilDay(shownDay(validUntil, locale))}</span>
          ) : null}
          {no ? (
            <Notice tone="refused" title={c.cannot}>
              {refusalText({ code: no }, locale)}
            </Notice>
          ) : null}
        </>
      ),
    },
  ]
}
