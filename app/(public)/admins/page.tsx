import type { Metadata } from "next"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { EmptyState } from "@/components/ui/empty-state"
import { Phrase } from "@/components/ui/phrase"
import { spendLookupPage } from "@/lib/http/page-allowance"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { searchUnits } from "@/lib/units/search-units"
import { LookupForm } from "./lookup-form"
import { LookupResults } from "./lookup-results"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).units.lookup.title, robots: { index: false } }
}

/** Who the SSO Admins of a unit are: for anyone, without signing in. */
export default async function AdminsPage({ searchParams }: Query) {
  await spendLookupPage()
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const l = w.units.lookup
  const query = await searchParams
  const asked = await runRead(searchUnits, query)
  // The only filter that is ever refused is a text too long to search by; the rest of the page still stands.
  const answer = asked.ok ? asked : await runRead(searchUnits, { ...query, q: "" })
  if (!answer.ok) throw new Error(answer.refusal.code)
  const { filters, provinces, districts, hits } = answer.value
  return (
    <ReaderFrame wide>
      <h1>
        <Phrase text={l.title} />
      </h1>
      <p className="mt-2 mb-6 max-w-reading text-ink-2">
        <Phrase text={l.lead} />
      </p>
      <LookupForm
        w={w}
        locale={locale}
        filters={filters}
        provinces={provinces}
        districts={districts}
        error={asked.ok ? undefined : l.tooLong}
      />
      <div className="mt-8">
        {hits && asked.ok ? (
          <LookupResults w={w} locale={locale} filters={filters} hits={hits} />
        ) : (
          <EmptyState title={l.start}>
            <p>{l.startBody}</p>
          </EmptyState>
        )}
      </div>
    </ReaderFrame>
  )
}
