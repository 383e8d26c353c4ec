import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import { readCookie } from "@/lib/http/cookies"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { formatTime } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getRecovery } from "@/lib/recovery/get-recovery"
import { NoMail } from "./no-mail"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.recovery.code.title}` }
}

/** The code of a recovery: the same page whoever was typed. */
export default async function RecoverCodePage({ searchParams }: Query) {
  const query = await searchParams
  const mine = await runRead(getRecovery, { recovery: (await readCookie("recovery")) ?? "" })
  if (!mine.ok) redirect(`/recover?refused=${mine.refusal.code}`)
  if (mine.value.asks !== "code") redirect("/recover/password")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.recovery.code
  const refusal = await shownRefusal(query.refused)
  const fault =
    refusal && (refusal.code === "invalid" ? w.recovery.faults.codeWrongForm : refusalText(refusal, locale))
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {fault ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: fault, field: "code" }]} />
        ) : null}
        <h1 className="mb-3">{c.title}</h1>
        <p className="mb-5">{c.sent}</p>
        <form method="post" action="/api/recover/code" className="space-y-4">
          <TextField
            name="code"
            label={c.code}
            hint={c.hint}
            error={fault}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            className="max-w-52 text-xl tracking-widest"
          />
          <p className="text-sm text-ink-2">{c.until(formatTime(mine.value.expiresAt, locale))}</p>
          <Button kind="main" wide>
            {c.submit}
          </Button>
        </form>
        <NoMail w={w} />
      </div>
    </PublicFrame>
  )
}
