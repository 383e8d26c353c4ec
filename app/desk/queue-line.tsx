import { casePath } from "@/components/desk/desk-path"
import { Chip } from "@/components/ui/chip"
import { formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Line = {
  number: string
  kind: "registration" | "order"
  title: string
  state: "waiting" | "returned" | "decided" | "withdrawn"
  unitNameTh: string
  unitNameEn: string | null
  submittedAt: Date
  waitedDays: number
  holder: string | null
  isMine: boolean
  canDecide: boolean
  outcome: "approve" | "return" | "reject" | null
}

type QueueLineProps = { w: Dictionary; locale: Locale; line: Line; q: string }

/** A case of the queue: what it is, whose, how long it has waited, and whether this reviewer may decide on it. */
export function QueueLine({ w, locale, line, q }: QueueLineProps) {
  const { desk } = w
  const { state, waitedDays } = line
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,18rem)_11rem]">
      <div className="min-w-0">
        <a href={casePath(line.number, q)} data-row className="font-semibold" lang="th">
          {line.title}
        </a>
        <p className="text-sm text-ink-2">
          {desk.kinds[line.kind]} {digits(line.number, locale)}
        </p>
      </div>
      <div className="min-w-0">
        <p lang={locale === "en" && line.unitNameEn ? undefined : "th"}>
          {locale === "en" && line.unitNameEn ? line.unitNameEn : line.unitNameTh}
        </p>
        <p className="text-sm text-ink-2">{desk.sentAt(formatDateTime(line.submittedAt, locale))}</p>
      </div>
      <div className="flex flex-wrap items-start gap-2 md:justify-end">
        {state === "waiting" ? (
          <span className="nowrap text-sm">
            {waitedDays === 0 ? desk.waitedToday : desk.waitedDays(digits(waitedDays, locale))}
          </span>
        ) : (
          <Chip tone="plain">{line.outcome ? desk.outcomes[line.outcome] : desk.states[state]}</Chip>
        )}
        <Hands w={w} line={line} />
      </div>
    </li>
  )
}

function Hands({ w, line }: Pick<QueueLineProps, "w" | "line">) {
  if (line.isMine) return <Chip tone="information">{w.desk.inMyHand}</Chip>
  if (line.holder) return <Chip tone="plain">{w.desk.holder(line.holder)}</Chip>
  return line.canDecide ? <Chip tone="needs-you">{w.desk.canDecide}</Chip> : null
}
