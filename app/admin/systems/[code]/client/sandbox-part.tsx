import { Button } from "@/components/ui/button"
import { clientPath } from "@/lib/http/client-path"
import type { Dictionary } from "@/lib/i18n/words"

type SandboxPartProps = {
  w: Dictionary
  systemCode: string
  clients: readonly {
    readonly id: string
    readonly name: string
    readonly isSandbox: boolean
    readonly closedAt: Date | null
  }[]
  canManage: boolean
}

/** The system's client for trying out: there and open, closed, or still to be made. */
export function SandboxPart({ w, systemCode, clients, canManage }: SandboxPartProps) {
  const c = w.clients.sandboxPart
  const sandboxes = clients.filter(({ isSandbox }) => isSandbox)
  const open = sandboxes.find(({ closedAt }) => closedAt === null)
  const known = open ?? sandboxes.at(-1)
  return (
    <section className="mt-10 max-w-reading" aria-label={c.title}>
      <h2>{c.title}</h2>
      <p className="mb-3">{c.about}</p>
      {known ? (
        <p className="mb-3">
          {open ? c.isOpen : c.isClosed} <a href={clientPath(systemCode, known.id)}>{known.name}</a>
        </p>
      ) : null}
      {canManage && !open ? (
        <form method="post" action="/api/admin/systems/client/sandbox">
          <input type="hidden" name="systemCode" value={systemCode} />
          <Button>{known ? c.makeAnother : c.make}</Button>
        </form>
      ) : null}
      {canManage || known ? null : <p>{c.none}</p>}
    </section>
  )
}
