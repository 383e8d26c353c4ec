import "server-only"
import { Text } from "@react-email/components"
import { formatDateTime, formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** A one-time code. It stands in Arabic digits, in one piece, before anything else with six digits in a row. */
export const otpCode: Template<MailProps<"otp-code">> = {
  subject: (locale) => mailWords(locale).otp.subject,
  slots: ({ code, sentAt, expiresAt }, locale) => ({
    code,
    time: formatTime(new Date(expiresAt), locale),
    until: formatDateTime(new Date(expiresAt), locale),
    requested: formatDateTime(new Date(sentAt), locale),
  }),
  body: (locale, slots) => <OtpCode locale={locale} slots={slots} />,
}

function OtpCode({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).otp
  return (
    <Frame locale={locale} preview={w.preview(slots("time"))} title={w.title}>
      <Line>{w.lead}</Line>
      <Text className="code" style={styles.code}>
        {slots("code")}
      </Text>
      <Line>{w.until(slots("until"))}</Line>
      <Line quiet>{w.requested(slots("requested"))}</Line>
      <Line quiet>{w.where(slots("host"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
    </Frame>
  )
}
