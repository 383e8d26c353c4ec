import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { DotMapFigure } from "@/components/oversight/dot-map-figure"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getOversight } from "@/lib/oversight/get-oversight"
import { ChildTable } from "./child-table"
import { FoundList } from "./found-list"
import { Sums } from "./sums"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).oversight.title }
}

/** How the units below an office stand: figures, map, what to look after, and the table beneath it all. */
export default async function OfficeOversightPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = `/oversight/${encodeURIComponent(code)}`
  const session = await requireConsole(path)
  const answer = await runRead(getOversight, { ...(await searchParams), officeCode: code })
  if (!answer.ok) notFound()
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const o = w.oversight
  const { office, counted, map } = answer.value
  return (
    <SignedInFrame person={framePerson(session, locale)} place="oversight" wide>
      <p className="text-sm text-ink-2">{o.title}</p>
      <h1>{o.of(nameIn(locale, office))}</h1>
      {counted ? (
        <>
          <p className="mt-1 text-sm text-ink-2">{o.countedAt(formatDateTime(counted.countedAt, locale))}</p>
          <Sums w={w} locale={locale} counted={counted} />
        </>
      ) : (
        <p className="my-4">{o.notCounted}</p>
      )}
      <p className="screen-only my-4">
        <a href={`${path}/workbook`} className="font-semibold">
          {o.workbook.open}
        </a>
        <span className="block text-sm text-ink-2">{o.workbook.about}</span>
      </p>
      <FoundList w={w} locale={locale} path={path} page={answer.value} />
      <p className="my-4">
        <a href="/oversight/activation">{w.activation.office.menu}</a>
        <span className="block text-sm text-ink-2">{w.activation.office.menuAbout}</span>
      </p>
      {map ? (
        <section aria-labelledby="map">
          <h2 id="map">{o.map.title}</h2>
          <DotMapFigure w={w} locale={locale} map={map} />
        </section>
      ) : null}
      <ChildTable w={w} locale={locale} path={path} page={answer.value} />
    </SignedInFrame>
  )
}
