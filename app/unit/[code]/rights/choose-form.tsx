import { rightName } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { RightsGrid } from "@/lib/rights/get-rights-grid"

type ChooseFormProps = { w: Dictionary; locale: Locale; path: string; grid: RightsGrid; words: string }

/** Which system, or all of one kind, and whose rights; the choice stands in the address. */
export function ChooseForm({ w, locale, path, grid, words }: ChooseFormProps) {
  const c = w.rights.choose
  const kinds = [...new Set(grid.systems.filter(({ bar }) => !bar).map(({ category }) => category))]
  return (
    <form method="get" action={path} className="screen-only mb-5 flex flex-wrap items-end gap-3">
      <div className="min-w-0 max-w-full grow sm:max-w-door">
        <Field field={{ name: "system", label: c.system }}>
          <select id="system" name="system" className="input" defaultValue={grid.chosen.key}>
            <optgroup label={c.ones}>
              {grid.systems.map((system) => (
                <option key={system.code} value={system.code}>
                  {system.bar ? c.closedToUnit(rightName(locale, system)) : rightName(locale, system)}
                </option>
              ))}
            </optgroup>
            <optgroup label={c.kinds}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {w.systems.categories[kind]}
                </option>
              ))}
            </optgroup>
          </select>
        </Field>
      </div>
      <TextField name="q" type="search" label={c.name} defaultValue={words} maxLength={100} />
      <Button>{c.show}</Button>
    </form>
  )
}
