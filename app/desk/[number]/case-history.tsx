import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Past = {
  outcome: "approve" | "return" | "reject"
  reasons: readonly string[]
  note: string
  by: string
  at: Date
  endedAt: Date | null
  endedReason: "undone" | "answered" | "withdrawn" | "reopened" | null
  endedBy: string | null
  endedNote: string | null
}

type CaseHistoryProps = { w: Dictionary; locale: Locale; submittedAt: Date; decisions: readonly Past[] }

/** All that was done with a case, with the names of those who did it. */
export function CaseHistory({ w, locale, submittedAt, decisions }: CaseHistoryProps) {
  const { desk } = w
  const sentences: Readonly<Record<string, string>> = desk.reasons
  return (
    <section aria-labelledby="history" className="mb-6">
      <h2 id="history" className="text-base">
        {desk.history}
      </h2>
      <ol className="space-y-1 text-sm">
        <li>{desk.submitted(formatDateTime(submittedAt, locale))}</li>
        {decisions.map((one) => (
          <li key={one.at.toISOString()}>
            <p>{desk.decidedBy(formatDateTime(one.at, locale), one.by, desk.outcomes[one.outcome])}</p>
            <ul className="list-disc pl-5 text-ink-2">
              {one.reasons
                .map((code) => sentences[code] ?? code)
                .map((text) => (
                  <li key={text}>{text}</li>
                ))}
              {one.note === "" ? null : <li>{one.note}</li>}
            </ul>
            {one.endedAt ? <p>{endOf(one, one.endedAt, w, locale)}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function endOf(one: Past, endedAt: Date, { desk }: Dictionary, locale: Locale): string {
  const time = formatDateTime(endedAt, locale)
  switch (one.endedReason) {
    case "answered":
      return desk.answeredAt(time)
    case "withdrawn":
      return desk.withdrawnAt(time)
    case "reopened":
      return desk.reopenedBy(time, one.endedBy ?? "", one.endedNote ?? "")
    default:
      return desk.undoneBy(time, one.endedBy ?? "")
  }
}
