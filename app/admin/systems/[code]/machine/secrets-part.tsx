import { Button } from "@/components/ui/button"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { ConnectionShown } from "@/lib/webhooks/get-connection"

type SecretsPartProps = { w: Dictionary; locale: Locale; shown: ConnectionShown }

/** The secrets with which calls are signed, never what they are. */
export function SecretsPart({ w, locale, shown }: SecretsPartProps) {
  const s = w.webhooks.secrets
  const { secrets, canManage, system } = shown
  return (
    <section className="mt-8" aria-label={s.title}>
      <h2>{s.title}</h2>
      <p className="text-sm text-ink-2">{secrets.length === 0 ? s.none : s.hint}</p>
      <ul>
        {secrets.map(({ id, createdAt, madeBy }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span>{s.made(formatDateTime(createdAt, locale), madeBy ?? s.byPortal)}</span>
            {canManage ? (
              <form method="post" action="/api/admin/systems/machine/secret/end">
                <input type="hidden" name="systemCode" value={system.code} />
                <input type="hidden" name="secretId" value={id} />
                <Button>{s.end}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {canManage && secrets.length < 2 ? (
        <form method="post" action="/api/admin/systems/machine/secret" className="mt-4">
          <input type="hidden" name="systemCode" value={system.code} />
          <Button>{s.make}</Button>
        </form>
      ) : null}
    </section>
  )
}
