import { shownDay } from "@/components/orders/shown-day"
import { Chip } from "@/components/ui/chip"
import type { Tone } from "@/components/ui/notice"
import { nameIn } from "@/components/units/unit-names"
import { formatDate } from "@/lib/i18n/dates"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { TransfersShown } from "@/lib/transfers/get-unit-transfers"
import type { TransferState } from "@/lib/transfers/rules"
import { CloseForm } from "./close-form"
import { SignForm } from "./sign-form"

type TransferLineProps = {
  w: Dictionary
  locale: Locale
  unitCode: string
  line: TransfersShown["lines"][number]
  roles: TransfersShown["roles"]
}

const tones: Readonly<Record<TransferState, Tone | "plain">> = {
  open: "needs-you",
  agreed: "information",
  done: "done",
  refused: "refused",
  withdrawn: "plain",
  expired: "plain",
}

/** One transfer: who moves where and when, how it stands, and what the reader may do about it. */
export function TransferLine({ w, locale, unitCode, line, roles }: TransferLineProps) {
  const t = w.transfers
  const way = line.isFrom
    ? t.out(nameIn(locale, { nameTh: line.toTh, nameEn: line.toEn }))
    : t.in(nameIn(locale, { nameTh: line.fromTh, nameEn: line.fromEn }))
  return (
    <li className="space-y-1 border-b border-line py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 lang="th">{line.name}</h2>
        <Chip tone={tones[line.state]}>{t.states[line.state]}</Chip>
      </div>
      <p>{way}</p>
      <p>{t.post(line.post)}</p>
      <p>{t.effective(shownDay(line.effectiveOn, locale))}</p>
      <p className="text-sm text-ink-2">{t.order(line.orderText)}</p>
      {line.state === "open" ? (
        <p className="text-sm text-ink-2">{t.until(formatDate(line.expiresAt, locale))}</p>
      ) : null}
      {line.roles > 0 ? (
        <p className="text-sm text-ink-2">{t.roles(formatCount(line.roles, locale))}</p>
      ) : null}
      {line.rolesLost > 0 ? (
        <p className="text-sm">{t.rolesLost(formatCount(line.rolesLost, locale))}</p>
      ) : null}
      {line.closedReason ? <p className="text-sm">{t.because(line.closedReason)}</p> : null}
      {line.needsOther ? <p className="text-sm">{t.needsOther}</p> : null}
      {line.canSign ? <SignForm w={w} locale={locale} unitCode={unitCode} line={line} roles={roles} /> : null}
      {line.canClose ? <CloseForm w={w} unitCode={unitCode} line={line} /> : null}
    </li>
  )
}
