import { DayFields } from "@/components/settings/day-fields"
import { faultAt } from "@/components/settings/setting-faults"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type AddDayProps = {
  w: Dictionary
  locale: Locale
  version: number
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** The form of one more day off. */
export function AddDay({ w, locale, version, faults, typed }: AddDayProps) {
  const h = w.settings.holidays
  return (
    <form method="post" action="/api/admin/settings/holidays" className="max-w-reading space-y-3">
      <input type="hidden" name="act" value="add" />
      <input type="hidden" name="version" value={version} />
      <DayFields
        w={w}
        locale={locale}
        legend={h.legend}
        hint={h.hint}
        error={faultAt(faults, "day")}
        shown={typed ?? {}}
      />
      <TextField
        name="name"
        label={h.name}
        hint={h.nameHint}
        defaultValue={typed?.name ?? ""}
        error={faultAt(faults, "name")}
      />
      <Button kind="main">{h.add}</Button>
    </form>
  )
}
