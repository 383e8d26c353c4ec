import { Button } from "@/components/ui/button"
import { Phrase } from "@/components/ui/phrase"
import { formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { ResendClock } from "./resend-clock"

type OtpResendProps = { w: Dictionary; locale: Locale; now: Date; resendFrom: Date }

/** Another code: from when, how long that is, and the button once it is time. Beside it what else may help. */
export function OtpResend({ w, locale, now, resendFrom }: OtpResendProps) {
  const o = w.signin.otp
  const secondsLeft = Math.ceil((resendFrom.getTime() - now.getTime()) / 1000)
  const form = (
    <form method="post" action="/api/login/otp/resend">
      <Button wide>{o.resend}</Button>
    </form>
  )
  return (
    <section className="mt-8 space-y-4 border-t border-line pt-5">
      <p className="text-sm">{o.junk}</p>
      {secondsLeft <= 0 ? (
        form
      ) : (
        <ResendClock seconds={secondsLeft} sentence={o.resendAt("{remaining}")} afterwards={form}>
          <p className="text-sm text-ink-2">
            {o.resendAtTime(formatTime(resendFrom, locale))}{" "}
            <a href="/login/otp" className="nowrap">
              {o.refresh}
            </a>
          </p>
        </ResendClock>
      )}
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
    </section>
  )
}
