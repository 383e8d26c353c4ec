import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

type PageEndProps = { w: Dictionary; back: string; label?: string }

/** The end of a page: save and go on, or back. */
export function PageEnd({ w, back, label }: PageEndProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 pt-2">
      <Button kind="main">{label ?? w.registration.next}</Button>
      <a href={back}>{w.registration.back}</a>
      <span className="w-full text-sm text-ink-2">{w.registration.saved}</span>
    </div>
  )
}
