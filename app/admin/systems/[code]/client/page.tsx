import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { rightName } from "@/components/rights/right-name"
import { LinkButton } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { ErrorSummary } from "@/components/ui/error-summary"
import { getClients } from "@/lib/clients/get-clients"
import { clientPath, clientsPath } from "@/lib/http/client-path"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { systemPath } from "@/lib/http/system-path"
import { clientFaults } from "@/lib/i18n/client-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { SandboxPart } from "./sandbox-part"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).clients.title }
}

/** The clients of a connected system. */
export default async function ClientsPage({ params, searchParams }: Props) {
  const { code } = await params
  const session = await requireConsole(clientsPath(code))
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.clients
  const query = await searchParams
  const [found, refusal] = await Promise.all([
    runRead(getClients, { systemCode: code }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const { system, clients, canManage } = found.value
  type Client = (typeof clients)[number]
  const columns = [
    {
      key: "name",
      label: c.columns.name,
      rowName: true,
      cell: ({ id, name }: Client) => <a href={clientPath(code, id)}>{name}</a>,
    },
    { key: "id", label: c.columns.id, cell: ({ id }: Client) => <code translate="no">{id}</code> },
    { key: "method", label: c.columns.method, cell: ({ authMethod }: Client) => c.form.methods[authMethod] },
    {
      key: "state",
      label: c.columns.state,
      cell: ({ closedAt, isSandbox }: Client) => (
        <>
          <Chip tone={closedAt ? "plain" : "done"}>{closedAt ? c.closed : c.open}</Chip>{" "}
          {isSandbox ? <Chip tone="information">{c.isSandbox}</Chip> : null}
        </>
      ),
    },
  ]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="systems">
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={clientFaults(refusal, locale)} />
      ) : null}
      <p className="mb-2 text-sm">
        <a href={systemPath(code)}>{c.back(rightName(locale, system))}</a>
      </p>
      <h1>{c.titleOf(rightName(locale, system))}</h1>
      <p className="mt-1 mb-5 max-w-reading">{c.lead}</p>
      {clients.length === 0 ? (
        <p className="mb-5">{c.none}</p>
      ) : (
        <DataTable caption={c.caption} columns={columns} rows={clients} rowKey={({ id }) => id} />
      )}
      {canManage ? (
        <div className="mt-6 space-y-4">
          <LinkButton href={`${clientsPath(code)}/new`} kind="main">
            {c.create}
          </LinkButton>
        </div>
      ) : (
        <p className="mt-4">{w.catalogue.readOnly}</p>
      )}
      <SandboxPart w={w} systemCode={code} clients={clients} canManage={canManage} />
    </SignedInFrame>
  )
}
