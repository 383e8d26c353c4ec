import { Chip } from "@/components/ui/chip"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

/** An SSO Admin as anyone may see him. */
export type ShownAdmin = {
  readonly membershipId: string
  readonly name: string
  readonly post: string
  readonly officeTelephone: string | null
}

type AdminListProps = { w: Dictionary; locale: Locale; admins: readonly ShownAdmin[] }

/** SSO Admins by name, post and office telephone; or plainly that nobody has registered. */
export function AdminList({ w, locale, admins }: AdminListProps) {
  if (admins.length === 0) return <Chip tone="needs-you">{w.units.lookup.nobody}</Chip>
  return (
    <ul className="space-y-2">
      {admins.map((admin) => (
        <li key={admin.membershipId}>
          <strong>{admin.name}</strong>
          <span className="block text-sm text-ink-2">{admin.post}</span>
          <span className="block text-sm">
            {admin.officeTelephone
              ? w.units.lookup.telephone(digits(admin.officeTelephone, locale))
              : w.units.lookup.noTelephone}
          </span>
        </li>
      ))}
    </ul>
  )
}
