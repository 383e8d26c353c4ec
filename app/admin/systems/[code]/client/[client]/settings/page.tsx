import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { DescriptionList } from "@/components/ui/description-list"
import { InPageList } from "@/components/ui/in-page-list"
import { getClient } from "@/lib/clients/get-clients"
import { readySettings } from "@/lib/clients/ready-settings"
import { clientPath } from "@/lib/http/client-path"
import { framePerson } from "@/lib/http/frame-person"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Props = { params: Promise<{ code: string; client: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).clients.settings.link }
}

/** Settings of one client, ready to be copied into the system; never its secret. */
export default async function ReadySettingsPage({ params }: Props) {
  const { code, client: id } = await params
  const session = await requireConsole(`${clientPath(code, id)}/settings`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const s = w.clients.settings
  const found = await runRead(getClient, { systemCode: code, clientId: id })
  if (!found.ok) notFound()
  const { client } = found.value
  const ready = readySettings(client)
  const facts = [
    { name: s.facts.issuer, value: <Exact text={ready.issuer} /> },
    { name: s.facts.discovery, value: <Exact text={ready.discovery} /> },
    { name: s.facts.clientId, value: <Exact text={client.id} /> },
    { name: s.facts.redirect, value: client.redirectUris.map((uri) => <Exact key={uri} text={uri} />) },
    { name: s.facts.scope, value: <Exact text={client.scopes.join(" ")} /> },
    {
      name: s.facts.logout,
      value:
        client.postLogoutRedirectUris.length > 0
          ? client.postLogoutRedirectUris.map((uri) => <Exact key={uri} text={uri} />)
          : s.noLogout,
    },
  ]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="systems">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={clientPath(code, id)}>{w.clients.backToClient}</a>
        </p>
        <h1>{s.title(client.name)}</h1>
        <p className="mt-1 mb-5">{s.lead}</p>
        {client.isSandbox ? <p className="mb-5">{s.sandbox}</p> : null}
        <DescriptionList facts={facts} />
        <p className="mt-4">{s.unit}</p>
        {client.authMethod === "private_key_jwt" ? <p className="mt-4">{s.keyMethod}</p> : null}
        <InPageList
          label={w.ui.onThisPage}
          parts={ready.settings.map(({ kind }) => ({ id: kind, title: s.kinds[kind] }))}
        />
        {ready.settings.map(({ kind, text }) => (
          <section key={kind} id={kind} className="mt-8" aria-label={s.kinds[kind]}>
            <h2 className="mb-2">{s.kinds[kind]}</h2>
            <pre className="copied" translate="no">
              <code>{text}</code>
            </pre>
            {client.isSandbox ? null : <p className="mt-2">{s.backchannel[kind]}</p>}
            {kind === "apache" && !client.isSandbox ? <Exact text={ready.apacheBackchannel} /> : null}
          </section>
        ))}
      </div>
    </SignedInFrame>
  )
}

function Exact({ text }: { text: string }) {
  return (
    <code translate="no" className="block break-all">
      {text}
    </code>
  )
}
