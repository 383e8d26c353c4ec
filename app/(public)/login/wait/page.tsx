import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { WaitPanel } from "@/components/signin/wait-panel"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requestContext } from "@/lib/http/request-context"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Query = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).signin.wait.title }
}

/** Why one has to wait and until when. Once the time has come, or when it is not known here, the door is open. */
export default async function WaitPage({ searchParams }: Query) {
  const refusal = await shownRefusal((await searchParams).refused)
  const { now } = await requestContext()
  const until = refusal?.facts?.until
  if (!refusal || !until || until <= now) redirect("/login")
  const locale = await currentLocale()
  return (
    <PublicFrame>
      <WaitPanel
        w={wordsIn(locale)}
        locale={locale}
        now={now}
        until={until}
        why={refusalText(refusal, locale)}
      />
    </PublicFrame>
  )
}
