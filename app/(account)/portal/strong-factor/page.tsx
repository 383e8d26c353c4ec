import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Button, LinkButton } from "@/components/ui/button"
import { framePerson } from "@/lib/http/frame-person"
import { requireReadySession } from "@/lib/http/require-session"
import { parseReturnTo } from "@/lib/http/return-to"
import { runRead } from "@/lib/http/run-read"
import { formatDate } from "@/lib/i18n/dates"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getStepUp } from "@/lib/signin/get-step-up"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).factors.gate.title }
}

/** Where the consoles' gate leads: why it is shut to this session, and the ways to open it. */
export default async function StrongFactorPage({ searchParams }: Query) {
  const query = await searchParams
  const returnTo = parseReturnTo(typeof query.returnTo === "string" ? query.returnTo : undefined)
  const session = await requireReadySession("/portal/strong-factor")
  const { gate } = session
  const isShut = gate?.hasCome && !gate.isStrong
  if (!isShut && returnTo) redirect(returnTo)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const g = w.factors.gate
  const step = await runRead(getStepUp, {})
  const { asksCode: hasFactor, hasThaid } = step.ok ? step.value : { asksCode: false, hasThaid: false }
  const back = returnTo ?? "/portal"
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="mx-auto max-w-door">
        <h1 className="mb-3">{isShut ? g.title : g.notShutTitle}</h1>
        {isShut ? <p className="mb-3">{g.why(formatDate(gate.from, locale))}</p> : null}
        <p className="mb-6">{isShut ? g.rest : g.notShut}</p>
        <div className={isShut ? "space-y-5" : "hidden"}>
          {hasFactor ? (
            <LinkButton
              kind="main"
              wide
              href={`/step-up?${new URLSearchParams({ strong: "1", returnTo: back })}`}
            >
              {g.prove}
            </LinkButton>
          ) : (
            <div>
              <LinkButton kind="main" wide href="/account/factors">
                {g.setUp}
              </LinkButton>
              <p className="mt-2 text-sm text-ink-2">{g.setUpLead}</p>
            </div>
          )}
          {hasThaid ? (
            <form method="post" action="/api/step-up/thaid">
              <input type="hidden" name="returnTo" value={back} />
              <Button wide>{g.thaid}</Button>
            </form>
          ) : null}
        </div>
        <p className="mt-8 border-t border-line pt-4 text-sm">
          <a href="/portal">{g.leave}</a>
        </p>
      </div>
    </SignedInFrame>
  )
}
