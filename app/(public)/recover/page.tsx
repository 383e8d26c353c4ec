import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { recoveryFaults } from "@/lib/i18n/recovery-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getDoor } from "@/lib/signin/get-door"
import { ByThaid } from "./by-thaid"
import { OtherWays } from "./other-ways"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.recovery.title}` }
}

/** The ways back into an account. Nothing that is typed here ever comes back into the page. */
export default async function RecoverPage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const r = w.recovery
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? recoveryFaults(refusal, locale) : []
  const door = await runRead(getDoor, {})
  const hasThaid = door.ok && door.value.hasThaid
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1 className="mb-4">{r.title}</h1>
        {hasThaid ? <ByThaid w={w} /> : null}
        <section aria-labelledby="by-mail">
          <h2 id="by-mail" className="mb-1">
            {r.byMail.title}
          </h2>
          <p className="mb-3 text-ink-2">{r.byMail.lead}</p>
          <form method="post" action="/api/recover" className="space-y-4">
            <TextField
              name="username"
              label={w.signin.door.username}
              hint={w.signin.door.usernameHint}
              error={faults.find((fault) => fault.field === "username")?.text}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            <Button kind={hasThaid ? "plain" : "main"} wide>
              {r.byMail.submit}
            </Button>
          </form>
        </section>
        <OtherWays w={w} />
      </div>
    </PublicFrame>
  )
}
