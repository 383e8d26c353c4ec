import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { currentSession } from "@/lib/http/current-session"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getWhy } from "@/lib/why/get-why"
import { Answer } from "./answer"
import { CausesAtLarge } from "./causes-at-large"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).why.title }
}

/** Why somebody cannot open a system, rule by rule; to who has not signed in, the causes in general. */
export default async function WhyPage({ searchParams }: Props) {
  const [locale, session, query] = [await currentLocale(), await currentSession(), await searchParams]
  const w = wordsIn(locale)
  const answer = session ? await runRead(getWhy, query) : undefined
  if (answer && !answer.ok) notFound()
  return (
    <ReaderFrame>
      <div className="mx-auto max-w-reading space-y-6">
        <h1>{w.why.title}</h1>
        {answer?.ok ? (
          <Answer w={w} locale={locale} answer={answer.value} query={query} />
        ) : (
          <CausesAtLarge w={w} />
        )}
        <p>
          <a href="/help">{w.why.help}</a>
        </p>
      </div>
    </ReaderFrame>
  )
}
