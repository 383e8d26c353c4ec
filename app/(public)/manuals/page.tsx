import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { EmptyState } from "@/components/ui/empty-state"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getManuals } from "@/lib/manuals/get-manuals"
import { ManualRow } from "./manual-row"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).manuals.title }
}

/** Every manual, its newest version first, for anyone. */
export default async function ManualsPage() {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const seen = await runRead(getManuals, {})
  const manuals = seen.ok ? seen.value : []
  return (
    <PublicFrame>
      <h1>{w.manuals.title}</h1>
      <p className="mt-2 mb-8 max-w-reading text-ink-2">{w.manuals.lead}</p>
      {manuals.length === 0 ? (
        <EmptyState title={w.manuals.emptyTitle}>
          <p>{w.manuals.emptyBody}</p>
          <a href="/help">{w.manuals.help}</a>
        </EmptyState>
      ) : (
        <ul className="border-t-2 border-ink">
          {manuals.map((manual) => (
            <ManualRow key={manual.slug} manual={manual} w={w} locale={locale} />
          ))}
        </ul>
      )}
    </PublicFrame>
  )
}
