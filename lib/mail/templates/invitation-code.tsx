import "server-only"
import { Text } from "@react-email/components"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords, wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** The code that goes with an invitation. It stands in Arabic digits, before anything else with six in a row. */
export const invitationCode: Template<MailProps<"invitation-code">> = {
  subject: (locale) => wordsOf(locale).invitations.codeMail.subject,
  slots: ({ code, sentAt, expiresAt }, locale) => ({
    code,
    until: formatDateTime(new Date(expiresAt), locale),
    requested: formatDateTime(new Date(sentAt), locale),
  }),
  body: (locale, slots) => <InvitationCode locale={locale} slots={slots} />,
}

function InvitationCode({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = wordsOf(locale).invitations.codeMail
  const { otp } = mailWords(locale)
  return (
    <Frame locale={locale} preview={w.preview(slots("until"))} title={w.title}>
      <Line>{w.lead}</Line>
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
