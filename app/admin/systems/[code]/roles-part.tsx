import { rightName } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { SystemShown } from "@/lib/rights/get-catalogue"

type PartProps = { w: Dictionary; locale: Locale; shown: SystemShown }

/** The roles of a system, each with what it means; one more can be added, none is taken away. */
export function RolesPart({ w, locale, shown }: PartProps) {
  const r = w.catalogue.roles
  return (
    <section id="roles" className="mt-10 border-t border-line pt-8" aria-label={r.title}>
      <h2>{r.title}</h2>
      {shown.roles.map((role) => (
        <details key={role.id} className="border-b border-line py-2 last:border-b-0">
          <summary className="cursor-pointer py-1">
            <b>{rightName(locale, role)}</b>{" "}
            <span className="text-sm text-ink-2">{locale === "th" ? role.aboutTh : role.aboutEn}</span>
          </summary>
          <RoleForm w={w} shown={shown} role={role} label={r.save(rightName(locale, role))} />
        </details>
      ))}
      {shown.canManage ? (
        <details className="border-b border-line py-2 last:border-b-0">
          <summary className="cursor-pointer py-1">{r.addTitle}</summary>
          <RoleForm w={w} shown={shown} label={r.add} />
        </details>
      ) : null}
    </section>
  )
}

type Role = SystemShown["roles"][number]

function RoleForm({
  w,
  shown,
  role,
  label,
}: {
  w: Dictionary
  shown: SystemShown
  role?: Role
  label: string
}) {
  const r = w.catalogue.roles
  const id = (name: string) => `${role?.key ?? "new"}-${name}`
  return (
    <form method="post" action="/api/admin/systems/roles" className="space-y-3 py-3">
      <input type="hidden" name="code" value={shown.system.code} />
      <input type="hidden" name="version" value={shown.system.version} />
      <input type="hidden" name="roleId" value={role?.id ?? ""} />
      <fieldset disabled={!shown.canManage} className="space-y-3">
        {role ? null : (
          <TextField name="key" id={id("key")} label={r.key} hint={r.keyHint} autoCapitalize="none" />
        )}
        {(["nameTh", "nameEn", "aboutTh", "aboutEn"] as const).map((name) => (
          <TextField key={name} name={name} id={id(name)} label={r[name]} defaultValue={role?.[name] ?? ""} />
        ))}
        <Checkbox
          name="records"
          id={id("records")}
          label={r.records}
          defaultChecked={role?.records ?? false}
        />
        <Checkbox
          name="certifies"
          id={id("certifies")}
          label={r.certifies}
          defaultChecked={role?.certifies ?? false}
        />
        {shown.canManage ? <Button>{label}</Button> : null}
      </fieldset>
    </form>
  )
}
