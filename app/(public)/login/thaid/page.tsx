import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { ThaidOutcome } from "@/components/signin/thaid-outcome"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Query = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const w = await words()
  return { title: `${w.ui.errorTitlePrefix}${w.signin.thaid.failed}` }
}

/** Where every sign-in by ThaiID ends that did not come through: what happened, and what to do now. */
export default async function ThaidPage({ searchParams }: Query) {
  const query = await searchParams
  const refusal = await shownRefusal(query.refused)
  if (!refusal) redirect("/login")
  const locale = await currentLocale()
  return (
    <PublicFrame>
      <ThaidOutcome
        w={wordsIn(locale)}
        code={refusal.code}
        text={refusalText(refusal, locale)}
        returnTo={parseReturnTo(typeof query.returnTo === "string" ? query.returnTo : undefined)}
      />
    </PublicFrame>
  )
}
