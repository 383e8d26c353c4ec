import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { OtpForm } from "@/components/signin/otp-form"
import { readCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getOtpStep } from "@/lib/signin/get-otp-step"

type Query = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return {
    title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.signin.otp.title}`,
  }
}

/** The code screen of the sign-in under way in this browser; without one, back to the door that says so. */
export default async function OtpPage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const step = await runRead(getOtpStep, {
    flow: (await readCookie("flow")) ?? "",
  })
  if (!step.ok) redirect((await currentSession()) ? "/portal" : `/login?refused=${step.refusal.code}`)
  const { value } = step
  const refusal = await shownRefusal(query.refused)
  const shown = refusal && {
    text: refusal.code === "invalid" ? w.signin.faults.codeWrongForm : refusalText(refusal, locale),
    field: "code" as const,
  }
  return (
    <PublicFrame>
      <OtpForm
        w={w}
        locale={locale}
        now={value.now}
        maskedAddress={value.maskedEmail}
        codeExpiresAt={value.expiresAt}
        resendFrom={value.resendAt}
        attemptsLeft={refusal ? value.guessesLeft : undefined}
        refusal={shown}
        mailIsLate={value.mailIsLate}
      />
    </PublicFrame>
  )
}
