import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import type { Tone } from "@/components/ui/notice"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type State = "waiting" | "sent" | "cancelled" | "refused" | "done"

type Line = {
  id: string
  name: string
  reason: "forgotten" | "lost-email" | "lost-factor" | "locked" | "other"
  note: string
  newEmail: string | null
  ownerTold: boolean
  askedAt: Date
  waitUntil: Date
  state: State
  isOver: boolean
  isOpen: boolean
  canApprove: boolean
  canRelease: boolean
  approvers: readonly string[]
}

type RecoveryLineProps = { w: Dictionary; locale: Locale; unitCode: string; line: Line }

const tones: Record<State, Tone | "plain"> = {
  waiting: "needs-you",
  sent: "information",
  cancelled: "plain",
  refused: "plain",
  done: "done",
}

/** One way back: for whom, why, who approved, and the buttons of what this person in charge may do. */
export function RecoveryLine({ w, locale, unitCode, line }: RecoveryLineProps) {
  const u = w.recovery.unit
  return (
    <li className="space-y-1 border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{line.name}</strong>
        {line.isOver ? (
          <Chip tone="plain">{u.states.over}</Chip>
        ) : (
          <Chip tone={tones[line.state]}>{u.states[line.state]}</Chip>
        )}
      </p>
      <p>
        {u.reasons[line.reason]} <span className="text-ink-2">{line.note}</span>
      </p>
      {line.newEmail ? <p className="break-words">{u.newEmail(line.newEmail)}</p> : null}
      <p className="text-sm text-ink-2">{u.askedAt(formatDateTime(line.askedAt, locale))}</p>
      <p className="text-sm text-ink-2">{u.approvedBy(line.approvers.join(", "))}</p>
      {line.state === "waiting" && !line.isOver ? (
        <p className="text-sm">{waitOf(line, u, formatDateTime(line.waitUntil, locale))}</p>
      ) : null}
      {line.isOpen ? <Decisions w={w} unitCode={unitCode} line={line} /> : null}
    </li>
  )
}

function waitOf(
  { newEmail, ownerTold, reason }: Line,
  u: Dictionary["recovery"]["unit"],
  time: string,
): string {
  if (newEmail === null) return reason === "lost-factor" ? u.needsTwo : u.waitUntil(time)
  return ownerTold ? u.waitBoth(time) : u.needsTwo
}

function Decisions({ w, unitCode, line }: Omit<RecoveryLineProps, "locale">) {
  const u = w.recovery.unit
  const ways = [
    { verb: "approve", name: u.approve, is: line.canApprove && !line.canRelease },
    { verb: "release", name: u.release, is: line.canRelease },
    { verb: "refuse", name: u.refuse, is: true },
  ].filter((way) => way.is)
  return (
    <div className="flex flex-wrap gap-3 pt-1">
      {ways.map((way) => (
        <form key={way.verb} method="post" action={`/api/unit/recoveries/${way.verb}`}>
          <input type="hidden" name="unitCode" value={unitCode} />
          <input type="hidden" name="id" value={line.id} />
          <Button kind={way.verb === "refuse" ? "plain" : "main"}>{way.name}</Button>
        </form>
      ))}
    </div>
  )
}
