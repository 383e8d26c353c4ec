import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button, LinkButton } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { recoveryFaults } from "@/lib/i18n/recovery-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.recovery.username.title}` }
}

/** A forgotten user name. Nothing that is typed here ever comes back into the page. */
export default async function RecoverUsernamePage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const u = w.recovery.username
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? recoveryFaults(refusal, locale) : []
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  if (query.sent !== undefined && !refusal)
    return (
      <PublicFrame>
        <div className="mx-auto max-w-door space-y-5">
          <h1>{u.sentTitle}</h1>
          <Notice tone="information">
            <p>{u.sent}</p>
          </Notice>
          <p>{u.number}</p>
          <LinkButton href="/login" kind="main" wide>
            {w.recovery.done.signIn}
          </LinkButton>
          <p className="text-sm">
            <a href="/admins">{w.recovery.code.lookup}</a>
          </p>
        </div>
      </PublicFrame>
    )
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1 className="mb-2">{u.title}</h1>
        <p className="mb-1">{u.number}</p>
        <p className="mb-4 text-ink-2">{u.lead}</p>
        <form method="post" action="/api/recover/username" className="space-y-4">
          <TextField
            name="nationalId"
            label={u.nationalId}
            hint={u.nationalIdHint}
            error={errorAt("nationalId")}
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            name="email"
            type="email"
            label={u.email}
            error={errorAt("email")}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button kind="main" wide>
            {u.submit}
          </Button>
        </form>
        <p className="mt-6 text-sm">
          <a href="/recover">{w.recovery.title}</a>
        </p>
      </div>
    </PublicFrame>
  )
}
