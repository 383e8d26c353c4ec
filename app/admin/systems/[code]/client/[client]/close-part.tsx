import { Button } from "@/components/ui/button"
import type { ClientShown } from "@/lib/clients/get-clients"
import type { Dictionary } from "@/lib/i18n/words"

/** Closes the client, or opens it again. */
export function ClosePart({ w, client }: { w: Dictionary; client: ClientShown["client"] }) {
  const c = w.clients.close
  return (
    <section id="close" className="mt-10 border-t border-line pt-8" aria-label={c.title}>
      <h2>{c.title}</h2>
      <p className="mb-3 text-sm text-ink-2">{c.about}</p>
      <form method="post" action="/api/admin/systems/client/close">
        <input type="hidden" name="systemCode" value={client.systemCode} />
        <input type="hidden" name="clientId" value={client.id} />
        <input type="hidden" name="version" value={client.version} />
        <input type="hidden" name="act" value={client.closedAt ? "reopen" : "close"} />
        {client.closedAt ? <Button>{c.reopen}</Button> : <Button kind="danger">{c.close}</Button>}
      </form>
    </section>
  )
}
