import { Chip } from "@/components/ui/chip"

/** An SSO Admin as anyone may see him, every text in the reader's language and digits. */
export type AdminLine = { readonly name: string; readonly post: string; readonly telephone: string }

type AdminListProps = { admins: readonly AdminLine[]; nobody: string }

/** SSO Admins by name, post and office telephone, a list if there are several; or plainly that nobody has registered. */
export function AdminList({ admins, nobody }: AdminListProps) {
  const [first, ...others] = admins
  if (!first) return <Chip tone="needs-you">{nobody}</Chip>
  if (others.length === 0) return entry(first)
  return (
    <ul className="space-y-2">
      {admins.map((admin) => (
        <li key={`${admin.name} ${admin.post}`}>{entry(admin)}</li>
      ))}
    </ul>
  )
}

function entry({ name, post, telephone }: AdminLine) {
  return (
    <>
      <strong className="sm:whitespace-nowrap">{name}</strong>
      <span className="block text-sm text-ink-2">{post}</span>
      <span className="block text-sm">{telephone}</span>
    </>
  )
}
