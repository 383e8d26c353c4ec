import { Button } from "@/components/ui/button"
import { formatClock } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { Key } from "./key"
import { UndoStrip } from "./undo-strip"

type Undoable = { number: string; outcome: "approve" | "return" | "reject"; until: Date }

type UndoableNoticeProps = { w: Dictionary; locale: Locale; undoable: Undoable; q: string; now: Date }

/** What was decided last, and the way to take it back while there is one. */
export function UndoableNotice({ w, locale, undoable, q, now }: UndoableNoticeProps) {
  const { desk } = w
  const { number, outcome, until } = undoable
  return (
    <UndoStrip key={`${number} ${until.toISOString()}`} seconds={(until.getTime() - now.getTime()) / 1000}>
      <form
        method="post"
        action="/api/desk/undo"
        className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border-l-4 border-sky bg-sky-soft px-4 py-2"
      >
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="q" value={q} />
        <p role="status">
          <strong>{desk.undoStrip[outcome](digits(number, locale))}</strong>
          <span className="ml-2">{desk.undoUntil(formatClock(until, locale))}</span>
        </p>
        <Button dataKey="u">
          {desk.undo} <Key name="U" />
        </Button>
      </form>
    </UndoStrip>
  )
}
