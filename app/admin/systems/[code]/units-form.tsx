import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { controlAttributes, Field } from "@/components/ui/field"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { SystemShown } from "@/lib/rights/get-catalogue"

/** The units named one by one, as codes to be pasted. */
export function UnitsForm({ w, locale, shown }: { w: Dictionary; locale: Locale; shown: SystemShown }) {
  const u = w.catalogue.units
  const field = { name: "codes", label: u.codes }
  return (
    <form
      method="post"
      action="/api/admin/systems/units"
      id="units"
      className="mt-10 space-y-4 border-t border-line pt-8"
    >
      <h2>{u.title}</h2>
      <p className="text-sm text-ink-2">{u.about(formatCount(shown.named.length, locale))}</p>
      <input type="hidden" name="code" value={shown.system.code} />
      <input type="hidden" name="version" value={shown.system.version} />
      <fieldset disabled={!shown.canManage} className="space-y-4">
        <Field field={field}>
          <textarea
            {...controlAttributes(field)}
            rows={8}
            maxLength={15_000}
            className="input max-w-60"
            defaultValue={shown.named.join("\n")}
          />
        </Field>
        {shown.canManage ? (
          <>
            <Checkbox name="confirmed" id="units-confirmed" label={w.catalogue.general.confirmed} />
            <Button>{u.save}</Button>
          </>
        ) : null}
      </fieldset>
    </form>
  )
}
