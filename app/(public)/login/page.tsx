import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { FrontDoor } from "@/components/signin/front-door"
import { Notice } from "@/components/ui/notice"
import { currentSession } from "@/lib/http/current-session"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { runRead } from "@/lib/http/run-read"
import { formatDate } from "@/lib/i18n/dates"
import { signInFaults } from "@/lib/i18n/sign-in-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getDoor } from "@/lib/signin/get-door"

type Query = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).signin.door.title, searchParams)
}

/** The front door. Whoever is signed in already goes on to the portal. */
export default async function LoginPage({ searchParams }: Query) {
  if (await currentSession()) redirect("/portal")
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const refusal = await shownRefusal(query.refused)
  // The front door stands without the database too: it leads on to those who help.
  const door = await runRead(getDoor, {}).catch(() => undefined)
  const from = door?.ok ? door.value.secondFactorFrom : undefined
  const next = from ? w.signin.door.nextBefore(formatDate(from, locale)) : w.signin.door.next
  const returnTo = parseReturnTo(typeof query.returnTo === "string" ? query.returnTo : undefined)
  return (
    <PublicFrame>
      {query["signed-out"] && !refusal ? (
        <div className="mb-6">
          <Notice tone="information">{w.signin.signedOut}</Notice>
        </div>
      ) : null}
      <FrontDoor
        w={w}
        faults={refusal ? signInFaults(refusal, locale) : []}
        next={next}
        hasThaid={door?.ok === true && door.value.hasThaid}
        returnTo={returnTo}
      />
    </PublicFrame>
  )
}
