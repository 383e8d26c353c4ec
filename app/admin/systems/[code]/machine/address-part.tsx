import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { ConnectionShown } from "@/lib/webhooks/get-connection"

type AddressPartProps = {
  w: Dictionary
  locale: Locale
  shown: ConnectionShown
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** Where the system is called, whether it is, and the form that says so. */
export function AddressPart(props: AddressPartProps) {
  const { w, locale, shown } = props
  const a = w.webhooks.address
  const { webhook, canManage, clients } = shown
  const canSave = canManage && clients.some(({ isSandbox }) => !isSandbox)
  return (
    <section className="mt-8" aria-label={a.title}>
      <h2>{a.title}</h2>
      <p className="text-sm text-ink-2">{a.about}</p>
      {webhook ? (
        <p className="mt-3 flex flex-wrap items-center gap-2">
          <code translate="no" className="break-all">
            {webhook.url}
          </code>
          <Chip tone={webhook.state === "active" ? "done" : "needs-you"}>{a[webhook.state]}</Chip>
        </p>
      ) : (
        <p className="mt-3">{a.none}</p>
      )}
      {webhook?.pausedBecause ? (
        <div className="mt-3">
          <Notice tone="needs-you">
            <p>{a.because[webhook.pausedBecause]}</p>
          </Notice>
        </div>
      ) : null}
      {webhook?.state === "active" && webhook.failingSince ? (
        <div className="mt-3">
          <Notice tone="needs-you">
            <p>{a.failing(formatDateTime(webhook.failingSince, locale))}</p>
          </Notice>
        </div>
      ) : null}
      {canManage && webhook ? <SwitchForm w={w} code={shown.system.code} webhook={webhook} /> : null}
      {canSave ? <AddressForm {...props} /> : null}
    </section>
  )
}

type SwitchFormProps = { w: Dictionary; code: string; webhook: NonNullable<ConnectionShown["webhook"]> }

function SwitchForm({ w, code, webhook }: SwitchFormProps) {
  const a = w.webhooks.address
  const to = webhook.state === "active" ? "paused" : "active"
  return (
    <form method="post" action="/api/admin/systems/machine/switch" className="mt-3">
      <input type="hidden" name="systemCode" value={code} />
      <input type="hidden" name="version" value={webhook.version} />
      <input type="hidden" name="to" value={to} />
      <Button>{to === "active" ? a.resume : a.pause}</Button>
    </form>
  )
}

function AddressForm({ w, shown, faults, typed }: AddressPartProps) {
  const a = w.webhooks.address
  const { webhook, clients, system } = shown
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const options = clients
    .filter(({ isSandbox }) => !isSandbox)
    .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))
  return (
    <form method="post" action="/api/admin/systems/machine/address" className="mt-4 space-y-3">
      <input type="hidden" name="systemCode" value={system.code} />
      <input type="hidden" name="version" value={webhook?.version ?? 0} />
      <SelectField
        name="clientId"
        label={a.client}
        hint={a.clientHint}
        error={errorAt("clientId")}
        options={options}
        defaultValue={typed?.clientId ?? webhook?.clientId ?? options[0]?.value}
      />
      <TextField
        name="url"
        label={a.url}
        hint={a.urlHint}
        error={errorAt("url")}
        defaultValue={typed?.url ?? webhook?.url ?? ""}
        spellCheck={false}
        autoCapitalize="none"
      />
      <Button>{a.save}</Button>
    </form>
  )
}
