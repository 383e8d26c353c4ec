import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

type ExportFormProps = { w: Dictionary; code: string; heading?: string }

/** Takes the users of a unit with their rights out to a file. */
export function ExportForm({ w, code, heading }: ExportFormProps) {
  const i = w.imports
  return (
    <form method="post" action="/api/unit/import/export" className="screen-only mt-8 max-w-reading">
      {heading ? <h2>{heading}</h2> : null}
      <p className="mb-3 text-sm text-ink-2">{i.exportAbout}</p>
      <input type="hidden" name="unitCode" value={code} />
      <div className="flex flex-wrap gap-3">
        <Button name="as" value="xlsx">
          {i.exportExcel}
        </Button>
        <Button name="as" value="csv">
          {i.exportCsv}
        </Button>
      </div>
    </form>
  )
}
