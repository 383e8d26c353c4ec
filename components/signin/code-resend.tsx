import { Button } from "@/components/ui/button"
import { formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { ResendClock } from "./resend-clock"

/** What the form says; the sign-in's own words, unless a place has others. */
export type CodeWords = Omit<Dictionary["signin"]["otp"], "title" | "wrongAddress" | "lookup" | "startAgain">

type CodeResendProps = {
  words: CodeWords
  locale: Locale
  now: Date
  from: Date
  paths: { resend: string; here: string }
}

/** Another code: from when, how long that is, and the button once it is time. */
export function CodeResend({ words, locale, now, from, paths }: CodeResendProps) {
  const secondsLeft = Math.ceil((from.getTime() - now.getTime()) / 1000)
  const form = (
    <form method="post" action={paths.resend}>
      <Button wide>{words.resend}</Button>
    </form>
  )
  if (secondsLeft <= 0) return form
  return (
    <ResendClock seconds={secondsLeft} sentence={words.resendAt("{remaining}")} afterwards={form}>
      <p className="text-sm text-ink-2">
        {words.resendAtTime(formatTime(from, locale))}{" "}
        <a href={paths.here} className="nowrap">
          {words.refresh}
        </a>
      </p>
    </ResendClock>
  )
}
