import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { MailedCodeForm, SentTo } from "@/components/signin/mailed-code-form"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Phrase } from "@/components/ui/phrase"
import { readCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getOtpStep } from "@/lib/signin/get-otp-step"

type Query = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).signin.otp.title, searchParams)
}

const paths = { submit: "/api/login/otp", resend: "/api/login/otp/resend", here: "/login/otp" }

/** The code screen of the sign-in under way in this browser; without one, back to the door that says so. */
export default async function OtpPage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const o = w.signin.otp
  const step = await runRead(getOtpStep, {
    flow: (await readCookie("flow")) ?? "",
  })
  if (!step.ok) redirect((await currentSession()) ? "/portal" : `/login?refused=${step.refusal.code}`)
  const { now, maskedEmail, ...code } = step.value
  const refusal = await shownRefusal(query.refused)
  const text = refusal?.code === "invalid" ? w.signin.faults.codeWrongForm : undefined
  // Once the code has expired there is no field to lead to.
  const field = code.expiresAt > now ? { field: "code" } : {}
  const faults = refusal ? [{ text: text ?? refusalText(refusal, locale), ...field }] : []
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1 className="mb-3">{o.title}</h1>
        <MailedCodeForm
          words={o}
          locale={locale}
          now={now}
          code={code}
          sentTo={<SentTo address={maskedEmail} />}
          faults={faults}
          paths={paths}
        >
          <p className="text-sm text-ink-2">
            <Phrase text={o.wrongAddress} />{" "}
            <a href="/admins" className="nowrap">
              {o.lookup}
            </a>
          </p>
          <p className="text-sm">
            <a href="/login" className="nowrap">
              {o.startAgain}
            </a>
          </p>
        </MailedCodeForm>
      </div>
    </PublicFrame>
  )
}
