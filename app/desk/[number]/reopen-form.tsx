import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

/** Opens a decided case again, with a reason. */
export function ReopenForm({ w, number, q }: { w: Dictionary; number: string; q: string }) {
  const { desk } = w
  return (
    <details className="mb-6">
      <summary className="btn">{desk.reopen}</summary>
      <form method="post" action="/api/desk/reopen" className="mt-3 max-w-reading space-y-3">
        <h2 className="text-base">{desk.reopenTitle}</h2>
        <p>{desk.reopenLead}</p>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="q" value={q} />
        <label htmlFor="reopen-note" className="font-semibold">
          {desk.reopenNote}
        </label>
        <textarea id="reopen-note" name="note" rows={3} maxLength={1000} className="input" />
        <Button kind="danger">{desk.reopen}</Button>
      </form>
    </details>
  )
}
