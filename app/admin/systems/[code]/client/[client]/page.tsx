import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ClientForm } from "@/components/clients/client-form"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Chip } from "@/components/ui/chip"
import { ErrorSummary } from "@/components/ui/error-summary"
import { InPageList } from "@/components/ui/in-page-list"
import { Notice } from "@/components/ui/notice"
import { type ClientShown, getClient } from "@/lib/clients/get-clients"
import { typedClientFields } from "@/lib/http/client-fields"
import { clientPath, clientsPath } from "@/lib/http/client-path"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { clientFaults } from "@/lib/i18n/client-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { ClosePart } from "./close-part"
import { SecretsPart } from "./secrets-part"
import { TriesPart } from "./tries-part"

type Props = {
  params: Promise<{ code: string; client: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).clients.title }
}

/** One client of a connected system: its addresses, its secrets, and what was heard of it. */
export default async function ClientPage({ params, searchParams }: Props) {
  const { code, client: id } = await params
  const session = await requireConsole(clientPath(code, id))
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.clients
  const query = await searchParams
  const [found, refusal] = await Promise.all([
    runRead(getClient, { systemCode: code, clientId: id }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const shown = found.value
  const { client, canManage } = shown
  const fields = await typedClientFields(`client ${id}`, fieldsOf(client))
  const faults = refusal ? clientFaults(refusal, locale) : []
  const done = Object.entries(c.done).find(([name]) => name === query.done && !refusal)?.[1]
  const { isSandbox, version, usedAt } = client
  return (
    <SignedInFrame person={framePerson(session, locale)} place="systems">
      <div className="max-w-reading">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {done ? (
          <div className="mb-6">
            <Notice tone="done">
              <p>{done}</p>
            </Notice>
          </div>
        ) : null}
        <p className="mb-2 text-sm">
          <a href={clientsPath(code)}>{c.backToList}</a>
        </p>
        <h1>{client.name}</h1>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <code translate="no" className="break-all">
            {id}
          </code>
          <Chip tone={client.closedAt ? "plain" : "done"}>{client.closedAt ? c.closed : c.open}</Chip>
          {isSandbox ? <Chip tone="information">{c.isSandbox}</Chip> : null}
        </p>
        {isSandbox ? <p className="mt-2 text-sm text-ink-2">{c.sandboxAbout}</p> : null}
        {canManage ? null : <p className="mt-2">{w.catalogue.readOnly}</p>}
        <p className="mt-3">
          <a href={`${clientPath(code, id)}/settings`}>{c.settings.link}</a>
        </p>
        <InPageList
          label={w.ui.onThisPage}
          parts={[
            { id: "secrets", title: c.secrets.title },
            { id: "tries", title: c.tries.title },
            { id: "client", title: c.form.title },
            ...(canManage ? [{ id: "close", title: c.close.title }] : []),
          ]}
        />
        <SecretsPart w={w} locale={locale} shown={shown} faults={faults} />
        <TriesPart w={w} locale={locale} shown={shown} />
        <ClientForm
          w={w}
          systemCode={code}
          client={{ id, version, isSandbox, isUsed: usedAt !== null }}
          fields={fields}
          faults={faults}
          canManage={canManage}
        />
        {canManage ? <ClosePart w={w} client={client} /> : null}
      </div>
    </SignedInFrame>
  )
}

const lines = (values: readonly string[]) => values.join("\n")

function fieldsOf(client: ClientShown["client"]) {
  const { name, authMethod, idTokenAlg, scopes, nidReason, sector } = client
  return {
    name,
    redirectUris: lines(client.redirectUris),
    postLogoutRedirectUris: lines(client.postLogoutRedirectUris),
    backchannelLogoutUri: client.backchannelLogoutUri ?? "",
    startUri: client.startUri ?? "",
    authMethod,
    jwks: client.jwks ? JSON.stringify(client.jwks, undefined, 1) : "",
    idTokenAlg,
    scopes,
    nidReason: nidReason ?? "",
    sector: sector ?? "",
  }
}
