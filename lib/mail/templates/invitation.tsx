import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** The way into a new account. The link leads to a page with a button, because scanners of mail open links by themselves. */
export const invitation: Template<MailProps<"invitation">> = {
  subject: (locale) => wordsOf(locale).invitations.mail.subject,
  slots: ({ link, at, until }, locale) => ({
    link,
    when: formatDateTime(new Date(at), locale),
    until: formatDateTime(new Date(until), locale),
  }),
  body: (locale, slots) => <Invitation locale={locale} slots={slots} />,
}

function Invitation({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = wordsOf(locale).invitations.mail
  return (
    <Frame locale={locale} preview={w.preview(slots("until"))} title={w.title}>
      <Line>{w.lead(slots("when"))}</Line>
      <Line>{w.how}</Line>
      <Text className="ink" style={styles.text}>
        <Link className="ink" style={styles.link} href={`${slots("origin")}/invitation/${slots("link")}`}>
          {w.link}
        </Link>
      </Text>
      <Line quiet>{w.until(slots("until"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou(slots("host"))}</NotYou>
    </Frame>
  )
}
