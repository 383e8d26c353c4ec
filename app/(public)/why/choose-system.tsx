import { Button } from "@/components/ui/button"
import { SelectField } from "@/components/ui/select-field"
import { nameIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type ChooseSystemProps = {
  w: Dictionary
  locale: Locale
  systems: readonly { code: string; nameTh: string; nameEn: string }[]
  chosen: string
  /** Whose facts, where not one's own. */
  member: string
}

/** The system that somebody wants to open; the choice stands in the address. */
export function ChooseSystem({ w, locale, systems, chosen, member }: ChooseSystemProps) {
  return (
    <form method="get" action="/why" className="max-w-door space-y-3">
      {member ? <input type="hidden" name="member" value={member} /> : null}
      <SelectField
        name="system"
        label={w.why.choose}
        empty={w.why.chooseEmpty}
        defaultValue={chosen}
        options={systems.map((system) => ({
          value: system.code,
          label: `${nameIn(locale, system)} (${system.code})`,
        }))}
      />
      <Button kind="main">{w.why.show}</Button>
    </form>
  )
}
