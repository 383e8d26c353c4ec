import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { rightName } from "@/components/rights/right-name"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { programPath } from "@/lib/http/program-path"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { systemPath } from "@/lib/http/system-path"
import { typedFields } from "@/lib/http/typed-fields"
import { webhookFaults } from "@/lib/i18n/webhook-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getConnection } from "@/lib/webhooks/get-connection"
import { AddressPart } from "./address-part"
import { CallsPart } from "./calls-part"
import { ScopesPart } from "./scopes-part"
import { SecretsPart } from "./secrets-part"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).webhooks.title }
}

/** How the programs of a connected system ask the portal, and how the portal calls them. */
export default async function ProgramsPage({ params, searchParams }: Props) {
  const code = decodeURIComponent((await params).code)
  const session = await requireConsole(programPath(code))
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const h = w.webhooks
  const query = await searchParams
  const [found, refusal] = await Promise.all([
    runRead(getConnection, { code, state: query.state ?? "", page: query.page ?? 1 }),
    shownRefusal(query.refused),
  ])
  if (!found.ok) notFound()
  const shown = found.value
  const faults = refusal ? webhookFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`webhook ${code}`) : undefined
  const done = Object.entries(h.done).find(([name]) => name === query.done && !refusal)?.[1]
  const name = rightName(locale, shown.system)
  const part = { w, locale, shown }
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
          <a href={systemPath(code)}>{h.back(name)}</a>
        </p>
        <h1>{h.titleOf(name)}</h1>
        <p className="mt-1">{h.lead}</p>
        {shown.canManage ? null : <p className="mt-2">{w.catalogue.readOnly}</p>}
        <ScopesPart {...part} />
        <AddressPart {...part} faults={faults} typed={typed} />
        {shown.webhook ? <SecretsPart {...part} /> : null}
      </div>
      {shown.webhook ? <CallsPart {...part} /> : null}
    </SignedInFrame>
  )
}
