import { deviceName } from "@/components/sessions/device-name"
import { type Doer, type Outcome, sentenceOf } from "@/lib/activity/rules"
import { formatDate, formatTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Line = {
  action: string
  outcome: Outcome
  doer: Doer
  at: Date
  count: number
  userAgent: string | null
  address: string | null
  system: { nameTh: string; nameEn: string } | null
}

type ActivityListProps = { w: Dictionary; locale: Locale; lines: readonly Line[] }

/** The lines by day in Bangkok, each with its time, its sentence, and the browser where that is known. */
export function ActivityList({ w, locale, lines }: ActivityListProps) {
  const days = new Map<string, Line[]>()
  for (const line of lines) {
    const day = formatDate(line.at, locale)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="mb-6">
      <h2 className="mb-1 text-base">{day}</h2>
      <ol className="border-t border-line">
        {ofDay.map((line) => (
          <li
            key={`${line.at.toISOString()} ${line.action}`}
            className="flex gap-4 border-b border-line py-2.5"
          >
            <time dateTime={line.at.toISOString()} className="nowrap text-ink-2 tabular-nums">
              {formatTime(line.at, locale)}
            </time>
            <div>
              <p className={isTrouble(line) ? "text-lotus" : ""}>
                {sentenceOf(line, w.activity)}
                {line.count > 1 ? ` · ${w.activity.times(digits(line.count, locale))}` : null}
              </p>
              <Circumstances w={w} locale={locale} line={line} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  ))
}

const isTrouble = ({ outcome }: Line) => outcome === "refused" || outcome === "shut"

function Circumstances({ w, locale, line }: { w: Dictionary; locale: Locale; line: Line }) {
  const a = w.activity
  const device = line.userAgent === null ? undefined : deviceName(line.userAgent)
  const facts = [
    line.system ? (locale === "th" ? line.system.nameTh : line.system.nameEn) : undefined,
    line.doer === "staff" ? a.byStaff : line.doer === "portal" ? a.byPortal : undefined,
    line.userAgent === null
      ? undefined
      : a.from(device ?? w.sessions.list.unknownDevice, line.address ?? "—"),
  ].filter((fact) => fact !== undefined)
  return facts.length > 0 ? <p className="text-sm text-ink-2">{facts.join(" · ")}</p> : null
}
