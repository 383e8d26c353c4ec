import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { controlAttributes, Field, Hint } from "@/components/ui/field"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { offeredScopes } from "@/lib/clients/rules"
import type { Dictionary } from "@/lib/i18n/words"

/** A client as its form shows it; lists are lines. */
export type ClientFields = {
  readonly name: string
  readonly redirectUris: string
  readonly postLogoutRedirectUris: string
  readonly backchannelLogoutUri: string
  readonly startUri: string
  readonly authMethod: string
  readonly jwks: string
  readonly idTokenAlg: string
  readonly scopes: readonly string[]
  readonly nidReason: string
  readonly sector: string
}

type ClientFormProps = {
  w: Dictionary
  systemCode: string
  /** The client that is changed; none for a new one. */
  client?: {
    readonly id: string
    readonly version: number
    readonly isSandbox: boolean
    readonly isUsed: boolean
  }
  fields: ClientFields
  faults: readonly Fault[]
  canManage: boolean
}

type TextName = Exclude<keyof ClientFields, "scopes">

/** What a client is: its addresses, how it proves itself, and what it may ask for. */
export function ClientForm({ w, systemCode, client, fields, faults, canManage }: ClientFormProps) {
  const f = w.clients.form
  const errorAt = (name: string) => faults.find((fault) => fault.field === name)?.text
  const shown = (name: TextName) => ({
    name,
    label: f[name],
    error: errorAt(name),
    defaultValue: fields[name],
  })
  const isSandbox = client?.isSandbox ?? false
  const uriHint = isSandbox ? `${f.redirectUrisHint} ${f.loopbackHint}` : f.redirectUrisHint
  return (
    <form
      id="client"
      method="post"
      action="/api/admin/systems/client"
      className="mt-10 space-y-4 border-t border-line pt-8"
    >
      <h2>{f.title}</h2>
      <input type="hidden" name="systemCode" value={systemCode} />
      <input type="hidden" name="clientId" value={client?.id ?? ""} />
      <input type="hidden" name="version" value={client?.version ?? ""} />
      <input type="hidden" name="isSandbox" value={isSandbox ? "1" : ""} />
      <fieldset disabled={!canManage} className="space-y-4">
        <TextField {...shown("name")} hint={f.nameHint} />
        <Lines {...shown("redirectUris")} hint={uriHint} rows={3} />
        <Lines {...shown("postLogoutRedirectUris")} hint={f.postLogoutRedirectUrisHint} rows={2} />
        {isSandbox ? (
          <input type="hidden" name="backchannelLogoutUri" value="" />
        ) : (
          <TextField
            {...shown("backchannelLogoutUri")}
            hint={f.backchannelLogoutUriHint}
            autoCapitalize="none"
          />
        )}
        <TextField {...shown("startUri")} hint={f.startUriHint} autoCapitalize="none" />
        <SelectField {...shown("authMethod")} options={optionsOf(f.methods)} />
        <Lines {...shown("jwks")} hint={f.jwksHint} rows={3} />
        <SelectField {...shown("idTokenAlg")} options={optionsOf(f.algs)} />
        <fieldset>
          <legend className="font-semibold">{f.scopes}</legend>
          {offeredScopes
            .filter((scope) => scope !== "nid" || !isSandbox)
            .map((scope) => (
              <Checkbox
                key={scope}
                name={`scope_${scope}`}
                label={f.scopeNames[scope]}
                defaultChecked={fields.scopes.includes(scope)}
              />
            ))}
        </fieldset>
        {isSandbox ? null : <TextField {...shown("nidReason")} hint={f.nidReasonHint} />}
        {client?.isUsed ? (
          <>
            <input type="hidden" name="sector" value={fields.sector} />
            <Hint>{f.sectorFixed}</Hint>
          </>
        ) : (
          <TextField {...shown("sector")} hint={f.sectorHint} autoCapitalize="none" />
        )}
        {canManage ? <Button kind="main">{client ? f.save : f.submitNew}</Button> : null}
      </fieldset>
    </form>
  )
}

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

type LinesProps = {
  name: string
  label: string
  hint: string
  error: string | undefined
  defaultValue: string
  rows: number
}

function Lines({ defaultValue, rows, ...field }: LinesProps) {
  return (
    <Field field={field}>
      <textarea
        {...controlAttributes(field)}
        rows={rows}
        spellCheck={false}
        autoCapitalize="none"
        className="input"
        defaultValue={defaultValue}
      />
    </Field>
  )
}
