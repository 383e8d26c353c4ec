import { Chip } from "@/components/ui/chip"

/** An SSO Admin as anyone may see him, every text in the reader's language and digits. */
export type AdminLine = { readonly name: string; readonly post: string; readonly telephone: string }

type AdminListProps = { admins: readonly AdminLine[]; nobody: string }

/** SSO Admins by name, post and office telephone; or plainly that nobody has registered. */
export function AdminList({ admins, nobody }: AdminListProps) {
  if (admins.length === 0) return <Chip tone="needs-you">{nobody}</Chip>
  return (
    <ul className="space-y-2">
      {admins.map((admin) => (
        <li key={`${admin.name} ${admin.post}`}>
          <strong className="sm:whitespace-nowrap">{admin.name}</strong>
          <span className="block text-sm text-ink-2">{admin.post}</span>
          <span className="block text-sm">{admin.telephone}</span>
        </li>
      ))}
    </ul>
  )
}
