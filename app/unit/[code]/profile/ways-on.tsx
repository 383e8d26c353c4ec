import type { Dictionary } from "@/lib/i18n/words"
import { isLocal } from "@/lib/restructuring/rules"

type WaysOnProps = {
  w: Dictionary
  unit: { readonly code: string; readonly kind: Parameters<typeof isLocal>[0] }
  roles: readonly string[]
}

/** From a unit's data to what the public sees of it, and for an officer to the change of the unit itself. */
export function WaysOn({ w, unit, roles }: WaysOnProps) {
  return (
    <ul className="mt-2 space-y-1">
      <li>
        <a href={`/admins/${unit.code}`}>{w.profiles.toPublic}</a>
      </li>
      {roles.includes("officer") && isLocal(unit.kind) ? (
        <li>
          <a href={`/admin/units/${unit.code}/change`}>{w.restructuring.open}</a>
        </li>
      ) : null}
    </ul>
  )
}
