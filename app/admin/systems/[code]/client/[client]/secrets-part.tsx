import { DayBeFields } from "@/components/orders/day-be-fields"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import type { ClientShown } from "@/lib/clients/get-clients"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type SecretsPartProps = { w: Dictionary; locale: Locale; shown: ClientShown; faults: readonly Fault[] }

/** The secrets that are valid, never what they are; one more can be made, and any ended. */
export function SecretsPart({ w, locale, shown, faults }: SecretsPartProps) {
  const s = w.clients.secrets
  const { client, secrets, canManage } = shown
  const usesKey = client.authMethod === "private_key_jwt"
  return (
    <section id="secrets" className="mt-8" aria-label={s.title}>
      <h2>{s.title}</h2>
      {usesKey ? <p>{s.notUsed}</p> : secrets.length === 0 ? <p>{s.none}</p> : null}
      <ul>
        {secrets.map(({ id, createdAt, endsAt, lastUsedAt, madeBy }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span>
              {s.made(formatDateTime(createdAt, locale), madeBy ?? s.byPortal)}
              <span className="block text-sm text-ink-2">
                {endsAt ? s.ends(formatDateTime(endsAt, locale)) : s.noEnd}
                {" · "}
                {lastUsedAt ? s.used(formatDateTime(lastUsedAt, locale)) : s.unused}
              </span>
            </span>
            {canManage ? (
              <form method="post" action="/api/admin/systems/client/secret/end">
                <Hidden client={client} />
                <input type="hidden" name="secretId" value={id} />
                <Button>{s.end}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {canManage && !usesKey && !client.closedAt ? (
        <NextSecret w={w} locale={locale} shown={shown} faults={faults} />
      ) : null}
    </section>
  )
}

function Hidden({ client }: { client: ClientShown["client"] }) {
  return (
    <>
      <input type="hidden" name="systemCode" value={client.systemCode} />
      <input type="hidden" name="clientId" value={client.id} />
    </>
  )
}

/** Once there is a secret, another is seldom made. */
function NextSecret(props: SecretsPartProps) {
  const { w, shown, faults } = props
  if (shown.secrets.length === 0) return <MakeForm {...props} />
  const isAsked = faults.some(({ field }) => field === "older" || field?.startsWith("endsOn"))
  return (
    <details className="pt-2" open={isAsked}>
      <summary className="cursor-pointer py-1 font-semibold">{w.clients.secrets.makeTitle}</summary>
      <MakeForm {...props} />
    </details>
  )
}

function MakeForm({ w, locale, shown, faults }: SecretsPartProps) {
  const s = w.clients.secrets
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return (
    <form method="post" action="/api/admin/systems/client/secret" className="mt-4 space-y-3">
      {shown.secrets.length === 0 ? <h3>{s.makeTitle}</h3> : null}
      <p className="text-sm text-ink-2">{s.makeHint}</p>
      <Hidden client={shown.client} />
      {shown.secrets.length > 0 ? (
        <>
          <SelectField
            name="older"
            label={s.older}
            error={errorAt("older")}
            options={Object.entries(s.olderOptions).map(([value, label]) => ({ value, label }))}
          />
          <DayBeFields
            w={w}
            locale={locale}
            name="endsOn"
            legend={s.endsOn}
            hint={s.endsOnHint}
            error={errorAt("endsOn")}
            value={{ day: "", month: "", year: "" }}
          />
        </>
      ) : null}
      <Button>{s.make}</Button>
    </form>
  )
}
