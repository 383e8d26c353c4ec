import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { shownDay } from "@/components/orders/shown-day"
import { rightName } from "@/components/rights/right-name"
import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { framePerson } from "@/lib/http/frame-person"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getCatalogue } from "@/lib/rights/get-catalogue"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).catalogue.title }
}

/** The catalogue of connected systems. */
export default async function SystemsPage() {
  const session = await requireConsole("/admin/systems")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.catalogue
  const catalogue = await runRead(getCatalogue, {})
  if (!catalogue.ok) notFound()
  const { systems } = catalogue.value
  type System = (typeof systems)[number]
  const columns = [
    {
      key: "name",
      label: c.columns.name,
      rowName: true,
      cell: (system: System) => (
        <>
          <a href={`/admin/systems/${system.code}`}>{rightName(locale, system)}</a>
          {system.isNamedOnly ? <span className="block text-sm font-normal">{c.namedOnly}</span> : null}
        </>
      ),
    },
    { key: "kind", label: c.columns.kind, cell: ({ category }: System) => w.systems.categories[category] },
    {
      key: "state",
      label: c.columns.state,
      cell: ({ state, announced }: System) => (
        <>
          <Chip tone={state === "open" ? "done" : "plain"}>{c.states[state]}</Chip>{" "}
          {announced ? <Chip tone="information">{c.announced}</Chip> : null}
        </>
      ),
    },
    {
      key: "period",
      label: c.columns.period,
      cell: ({ next }: System) => (next ? shownDay(next, locale) : "–"),
    },
  ]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="systems">
      <h1>{c.title}</h1>
      <p className="mt-1 mb-5 max-w-reading">{c.lead}</p>
      <DataTable caption={c.caption} columns={columns} rows={systems} rowKey={({ code }) => code} />
    </SignedInFrame>
  )
}
