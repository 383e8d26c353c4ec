import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { machineScopes } from "@/lib/machine/schema"
import type { ConnectionShown } from "@/lib/webhooks/get-connection"

type ScopesPartProps = { w: Dictionary; locale: Locale; shown: ConnectionShown }

/** What each client may ask of the API in its own name. */
export function ScopesPart({ w, shown }: ScopesPartProps) {
  const s = w.webhooks.scopes
  const { clients, canManage, system } = shown
  return (
    <section className="mt-8" aria-label={s.title}>
      <h2>{s.title}</h2>
      <p className="text-sm text-ink-2">{clients.length === 0 ? s.none : s.about}</p>
      {clients
        .filter(({ isSandbox }) => isSandbox)
        .map((client) => (
          <div key={client.id} className="mt-4 border-b border-line pb-4">
            <h3>{client.name}</h3>
            <p className="text-sm text-ink-2">{s.sandbox}</p>
          </div>
        ))}
      {clients
        .filter(({ isSandbox }) => !isSandbox)
        .map((client) => (
          <form
            key={client.id}
            method="post"
            action="/api/admin/systems/machine/scopes"
            className="mt-4 border-b border-line pb-4"
          >
            <h3>{client.name}</h3>
            <input type="hidden" name="systemCode" value={system.code} />
            <input type="hidden" name="clientId" value={client.id} />
            <input type="hidden" name="version" value={client.version} />
            {machineScopes.map((scope) => (
              <Checkbox
                key={scope}
                id={`${client.id}-${scope}`}
                name={`scope-${scope}`}
                label={s.names[scope]}
                defaultChecked={client.machineScopes.includes(scope)}
              />
            ))}
            {canManage ? (
              <div className="mt-2">
                <Button>{s.save(client.name)}</Button>
              </div>
            ) : null}
          </form>
        ))}
    </section>
  )
}
