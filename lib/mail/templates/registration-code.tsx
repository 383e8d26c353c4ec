import "server-only"
import { Text } from "@react-email/components"
import { formatDateTime, formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords, wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** A code of a request. It stands in Arabic digits, before anything else with six digits in a row. */
export const registrationCode: Template<MailProps<"registration-code">> = {
  subject: (locale) => wordsOf(locale).registrationMail.code.subject,
  slots: ({ code, purpose, number, sentAt, expiresAt }, locale) => ({
    code,
    number,
    lead: wordsOf(locale).registrationMail.code.purposes[purpose],
    time: formatTime(new Date(expiresAt), locale),
    until: formatDateTime(new Date(expiresAt), locale),
    requested: formatDateTime(new Date(sentAt), locale),
  }),
  body: (locale, slots) => <RegistrationCode locale={locale} slots={slots} />,
}

function RegistrationCode({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = wordsOf(locale).registrationMail.code
  const { otp } = mailWords(locale)
  return (
    <Frame locale={locale} preview={w.preview(slots("time"))} title={w.title}>
      <Line>{slots("lead")}</Line>
      <Text className="code" style={styles.code}>
        {slots("code")}
      </Text>
      <Line>{otp.until(slots("until"))}</Line>
      <Line quiet>{w.number(slots("number"))}</Line>
      <Line quiet>{otp.requested(slots("requested"))}</Line>
      <Line quiet>{otp.where(slots("host"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
    </Frame>
  )
}
