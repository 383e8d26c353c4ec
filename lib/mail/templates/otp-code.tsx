import "server-only"
import { Text } from "@react-email/components"
import { formatDateTime, formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import { styles } from "./styles"

type OtpCodeProps = MailProps<"otp-code"> & { readonly locale: Locale; readonly host: string }

/** A one-time code. It stands in Arabic digits, in one piece, before anything else with six digits in a row. */
export function OtpCode({ locale, host, code, sentAt, expiresAt }: OtpCodeProps) {
  const w = mailWords(locale).otp
  const until = new Date(expiresAt)
  return (
    <Frame locale={locale} preview={w.preview(formatTime(until, locale))} title={w.title}>
      <Line>{w.lead}</Line>
      <Text className="code" style={styles.code}>
        {code}
      </Text>
      <Line>{w.until(formatDateTime(until, locale))}</Line>
      <Line quiet>{w.requested(formatDateTime(new Date(sentAt), locale))}</Line>
      <Line quiet>{w.where(host)}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
    </Frame>
  )
}
