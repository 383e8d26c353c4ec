import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { TransfersShown } from "@/lib/transfers/get-unit-transfers"

type SignFormProps = {
  w: Dictionary
  locale: Locale
  unitCode: string
  line: { readonly id: string; readonly name: string }
  roles: TransfersShown["roles"]
}

/** The receiving unit's signature, with the roles that begin there. */
export function SignForm({ w, locale, unitCode, line, roles }: SignFormProps) {
  const s = w.transfers.sign
  const isEnglish = locale === "en"
  return (
    <form method="post" action="/api/unit/transfers/sign" className="space-y-3 pt-2">
      <input type="hidden" name="unitCode" value={unitCode} />
      <input type="hidden" name="transferId" value={line.id} />
      <fieldset>
        <legend className="font-semibold">{s.legend}</legend>
        {roles.length === 0 ? <p className="text-sm text-ink-2">{s.none}</p> : null}
        <div className="grid gap-x-6 sm:grid-cols-2">
          {roles.map((role) => (
            <Checkbox
              key={role.systemRoleId}
              id={`${line.id}-${role.systemRoleId}`}
              name={`role-${role.systemRoleId}`}
              label={s.role(isEnglish ? role.systemEn : role.systemTh, isEnglish ? role.roleEn : role.roleTh)}
            />
          ))}
        </div>
      </fieldset>
      <Button kind="main">{s.submitNamed(line.name)}</Button>
    </form>
  )
}
