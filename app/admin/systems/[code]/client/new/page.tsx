import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ClientForm } from "@/components/clients/client-form"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { rightName } from "@/components/rights/right-name"
import { ErrorSummary } from "@/components/ui/error-summary"
import { getClients } from "@/lib/clients/get-clients"
import { typedClientFields } from "@/lib/http/client-fields"
import { clientsPath } from "@/lib/http/client-path"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { clientFaults } from "@/lib/i18n/client-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).clients.createTitle }
}

const usual = {
  name: "",
  redirectUris: "",
  postLogoutRedirectUris: "",
  backchannelLogoutUri: "",
  startUri: "",
  authMethod: "client_secret_basic",
  jwks: "",
  idTokenAlg: "RS256",
  scopes: ["profile", "unit", "roles"],
  nidReason: "",
  sector: "",
}

/** Registers a client of a system. */
export default async function NewClientPage({ params, searchParams }: Props) {
  const { code } = await params
  const session = await requireConsole(`${clientsPath(code)}/new`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.clients
  const query = await searchParams
  const [found, refusal, typed] = await Promise.all([
    runRead(getClients, { systemCode: code }),
    shownRefusal(query.refused),
    typedClientFields(`client ${code}`, usual),
  ])
  if (!(found.ok && found.value.canManage)) notFound()
  const faults = refusal ? clientFaults(refusal, locale) : []
  return (
    <SignedInFrame person={framePerson(session, locale)} place="systems">
      <div className="max-w-reading">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <p className="mb-2 text-sm">
          <a href={clientsPath(code)}>{c.backToList}</a>
        </p>
        <h1>{c.createTitle}</h1>
        <p className="mt-1">{rightName(locale, found.value.system)}</p>
        <ClientForm w={w} systemCode={code} fields={typed} faults={faults} canManage />
      </div>
    </SignedInFrame>
  )
}
