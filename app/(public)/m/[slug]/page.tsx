import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { versionFacts } from "@/components/manuals/version-facts"
import { Icon } from "@/components/ui/icon"
import { runRead } from "@/lib/http/run-read"
import { digits } from "@/lib/i18n/digits"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getManual } from "@/lib/manuals/get-manual"
import { manualPath } from "@/lib/manuals/rules"
import { ShortAddress } from "./short-address"
import { VersionTable } from "./version-table"

type Params = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const seen = await runRead(getManual, await params)
  return seen.ok ? { title: seen.value.title[await currentLocale()] } : {}
}

/** One manual under the address that its QR code holds: the newest version, the older ones, and the code itself. */
export default async function ManualPage({ params }: Params) {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.manuals
  const seen = await runRead(getManual, await params)
  if (!seen.ok) notFound()
  const manual = seen.value
  const path = manualPath(manual.slug)
  const facts = versionFacts(manual.current, w, locale)
  return (
    <PublicFrame>
      <p className="mb-3">
        <a href="/manuals" className="inline-flex items-center gap-1.5 py-1">
          <Icon name="back" size={16} />
          {m.all}
        </a>
      </p>
      <h1>{manual.title[locale]}</h1>
      <p className="mt-2 max-w-reading">{manual.summary[locale]}</p>
      <p className="mt-1 text-sm text-ink-2">
        <b className="nowrap">{m.version(digits(manual.current.version, locale))}</b>{" "}
        {m.facts(facts.date, facts.size, facts.pages)}
      </p>
      <p className="mt-5 flex flex-col gap-3 sm:flex-row">
        <a className="btn btn-main" href={`${path}/file`}>
          <Icon name="book" size={18} />
          {m.read}
        </a>
        <a className="btn" href={`${path}/file?download=1`}>
          <Icon name="download" size={18} />
          {m.download}
        </a>
      </p>
      <ShortAddress manual={manual} w={w} locale={locale} />
      <VersionTable manual={manual} w={w} locale={locale} />
    </PublicFrame>
  )
}
