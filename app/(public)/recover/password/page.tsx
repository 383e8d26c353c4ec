import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { NewPasswordFields } from "@/components/passwords/new-password-fields"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { readCookie } from "@/lib/http/cookies"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { formatTime } from "@/lib/i18n/dates"
import { passwordFaults } from "@/lib/i18n/password-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getRecovery } from "@/lib/recovery/get-recovery"
import { UnlockForm } from "./unlock-form"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.recovery.password.title}` }
}

/** The new password of a person who was proved. */
export default async function RecoverPasswordPage({ searchParams }: Query) {
  const query = await searchParams
  const mine = await runRead(getRecovery, { recovery: (await readCookie("recovery")) ?? "" })
  if (!mine.ok) redirect(`/recover?refused=${mine.refusal.code}`)
  if (mine.value.asks === "code") redirect("/recover/code")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const p = w.recovery.password
  if (mine.value.asks === "unlock")
    return (
      <PublicFrame>
        <div className="mx-auto max-w-door">
          <h1 className="mb-3">{w.recovery.unlock.title}</h1>
          <UnlockForm w={w} />
        </div>
      </PublicFrame>
    )
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? passwordFaults(refusal, w, locale) : []
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1 className="mb-3">{p.title}</h1>
        <p className="mb-4 text-ink-2">{p.until(formatTime(mine.value.expiresAt, locale))}</p>
        <form method="post" action="/api/recover/password" className="space-y-4">
          <NewPasswordFields w={w} locale={locale} faults={faults} />
          <p className="text-sm text-ink-2">{p.effect}</p>
          <Button kind="main" wide>
            {p.submit}
          </Button>
        </form>
      </div>
    </PublicFrame>
  )
}
