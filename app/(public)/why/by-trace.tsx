import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

/** Finds the reasons of somebody else by the number that he reads out. */
export function ByTrace({ w }: { w: Dictionary }) {
  return (
    <form method="get" action="/why" className="max-w-door space-y-3 border-t border-line pt-4 print:hidden">
      <TextField name="trace" label={w.why.traceField} maxLength={60} />
      <Button>{w.why.traceShow}</Button>
    </form>
  )
}
