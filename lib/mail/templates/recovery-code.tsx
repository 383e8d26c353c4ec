import "server-only"
import { Text } from "@react-email/components"
import { formatDateTime, formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { AlarmLink } from "./alarm-link"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** A code for who has forgotten the password. It stands in Arabic digits, before anything else with six in a row. */
export const recoveryCode: Template<MailProps<"recovery-code">> = {
  subject: (locale) => mailWords(locale).recoveryCode.subject,
  slots: ({ code, sentAt, expiresAt, alarm }, locale) => ({
    code,
    alarm,
    time: formatTime(new Date(expiresAt), locale),
    until: formatDateTime(new Date(expiresAt), locale),
    requested: formatDateTime(new Date(sentAt), locale),
  }),
  body: (locale, slots) => <RecoveryCode locale={locale} slots={slots} />,
}

function RecoveryCode({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const { recoveryCode: w, otp } = mailWords(locale)
  return (
    <Frame locale={locale} preview={w.preview(slots("time"))} title={w.title}>
      <Line>{w.lead}</Line>
      <Text className="code" style={styles.code}>
        {slots("code")}
      </Text>
      <Line>{otp.until(slots("until"))}</Line>
      <Line quiet>{otp.requested(slots("requested"))}</Line>
      <Line quiet>{otp.where(slots("host"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
      <AlarmLink locale={locale} slots={slots} />
    </Frame>
  )
}
