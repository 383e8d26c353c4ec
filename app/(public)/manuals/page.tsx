import type { Metadata } from "next"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { ManualFacts } from "@/components/manuals/manual-facts"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Phrase } from "@/components/ui/phrase"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getManuals } from "@/lib/manuals/get-manuals"
import { manualPath } from "@/lib/manuals/rules"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).manuals.title }
}

/** Every manual: what it is for, its newest version, and the ways to have it. */
export default async function ManualsPage() {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.manuals
  const result = await runRead(getManuals, {})
  const manuals = result.ok ? result.value : []
  return (
    <ReaderFrame place="manuals">
      <h1>{m.title}</h1>
      <p className="mt-1 max-w-reading text-ink-2">{m.lead}</p>
      {manuals.length === 0 ? (
        <EmptyState title={m.empty}>
          <p>{m.emptyBody}</p>
        </EmptyState>
      ) : (
        <ul className="mt-6 border-t-2 border-ink">
          {manuals.map((manual) => (
            <li
              key={manual.slug}
              className="grid gap-4 border-b border-line py-5 md:grid-cols-[minmax(0,1fr)_auto] md:items-center"
            >
              <div className="max-w-reading space-y-1">
                <h2 className="text-lg">
                  <a href={manualPath(manual.slug)} className="no-underline hover:underline">
                    <Phrase text={manual.title[locale]} />
                  </a>
                </h2>
                <p>
                  <Phrase text={manual.summary[locale]} />
                </p>
                <ManualFacts version={manual.current} w={w} locale={locale} />
              </div>
              <div className="flex flex-col gap-2 sm:flex-row">
                <LinkButton href={`${manualPath(manual.slug)}/file?download`} kind="main">
                  {m.download}
                </LinkButton>
                <LinkButton href={manualPath(manual.slug)}>{m.qr}</LinkButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </ReaderFrame>
  )
}
