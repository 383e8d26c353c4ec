import "server-only"
import { Text } from "@react-email/components"
import { formatDateTime, formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** A code that proves an address. It stands in Arabic digits, before anything else with six digits in a row. */
export const emailCode: Template<MailProps<"email-code">> = {
  subject: (locale) => mailWords(locale).emailCode.subject,
  slots: ({ code, address, sentAt, expiresAt }, locale) => ({
    code,
    lead: mailWords(locale).emailCode[address === "new" ? "toNew" : "toFormer"],
    time: formatTime(new Date(expiresAt), locale),
    until: formatDateTime(new Date(expiresAt), locale),
    requested: formatDateTime(new Date(sentAt), locale),
  }),
  body: (locale, slots) => <EmailCode locale={locale} slots={slots} />,
}

function EmailCode({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const { emailCode: w, otp } = mailWords(locale)
  return (
    <Frame locale={locale} preview={w.preview(slots("time"))} title={w.title}>
      <Line>{slots("lead")}</Line>
      <Text className="code" style={styles.code}>
        {slots("code")}
      </Text>
      <Line>{otp.until(slots("until"))}</Line>
      <Line quiet>{otp.requested(slots("requested"))}</Line>
      <Line quiet>{otp.where(slots("host"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
    </Frame>
  )
}
