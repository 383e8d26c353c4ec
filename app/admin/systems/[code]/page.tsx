import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { rightName } from "@/components/rights/right-name"
import { ErrorSummary } from "@/components/ui/error-summary"
import { InPageList } from "@/components/ui/in-page-list"
import { Notice } from "@/components/ui/notice"
import { clientsPath } from "@/lib/http/client-path"
import { framePerson } from "@/lib/http/frame-person"
import { programPath } from "@/lib/http/program-path"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { signOutsPath } from "@/lib/http/sign-outs-path"
import { systemPath } from "@/lib/http/system-path"
import { typedFields } from "@/lib/http/typed-fields"
import { catalogueFaults } from "@/lib/i18n/catalogue-faults"
import { digits } from "@/lib/i18n/digits"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getSystem } from "@/lib/rights/get-catalogue"
import { GeneralForm } from "./general-form"
import { PeriodsPart } from "./periods-part"
import { RolesPart } from "./roles-part"
import { UnitsForm } from "./units-form"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).catalogue.title }
}

/** One connected system: its words, who may use it, its roles and its opening periods. */
export default async function SystemPage({ params, searchParams }: Props) {
  const { code } = await params
  const session = await requireConsole(systemPath(code))
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.catalogue
  const [found, refusal] = await Promise.all([runRead(getSystem, { code }), shownRefusal(query.refused)])
  if (!found.ok) notFound()
  const shown = found.value
  const faults = refusal ? catalogueFaults(refusal, locale) : []
  const typed = refusal ? await typedFields(`system ${code}`) : undefined
  const part = { w, locale, shown }
  const bad = [query.bad ?? []].flat().flatMap((text) => /^(\d{1,5}):(.{0,12})$/.exec(text) ?? [])
  const done = typeof query.done === "string" && !refusal ? query.done : ""
  return (
    <SignedInFrame person={framePerson(session, locale)} place="systems">
      <div className="max-w-reading">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {done === "" ? null : (
          <div className="mb-6">
            <Notice tone="done">
              <p>{/^\d{1,5}$/.test(done) ? c.done.units(digits(done, locale)) : c.done.saved}</p>
              {bad.length > 0 ? <p>{c.done.badLines}</p> : null}
              {Array.from({ length: bad.length / 3 }, (_, at) => (
                <p key={bad[at * 3]}>
                  {c.done.badLine(digits(bad[at * 3 + 1] ?? "", locale), bad[at * 3 + 2] ?? "")}
                </p>
              ))}
            </Notice>
          </div>
        )}
        <p className="mb-2 text-sm">
          <a href="/admin/systems">{c.back}</a>
        </p>
        <h1>{rightName(locale, shown.system)}</h1>
        {shown.canManage ? null : <p className="mt-2">{c.readOnly}</p>}
        <p className="mt-3">
          <a href={clientsPath(code)}>{w.clients.link}</a>
          <span className="block text-sm text-ink-2">{w.clients.linkAbout}</span>
        </p>
        <p className="mt-3">
          <a href={programPath(code)}>{w.webhooks.link}</a>
          <span className="block text-sm text-ink-2">{w.webhooks.linkAbout}</span>
        </p>
        <p className="mt-3">
          <a href={signOutsPath(code)}>{w.signOutReport.link}</a>
          <span className="block text-sm text-ink-2">{w.signOutReport.linkAbout}</span>
        </p>
        <InPageList
          label={w.ui.onThisPage}
          parts={[
            { id: "general", title: c.general.title },
            { id: "units", title: c.units.title },
            { id: "roles", title: c.roles.title },
            { id: "periods", title: c.periods.title },
          ]}
        />
        <GeneralForm {...part} faults={faults} typed={typed} />
        <UnitsForm {...part} />
        <RolesPart {...part} />
        <PeriodsPart {...part} />
      </div>
    </SignedInFrame>
  )
}
