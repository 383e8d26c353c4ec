import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { AlarmLink } from "./alarm-link"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

type Times = { readonly at: string; readonly until: string }

const times = ({ at, until }: Times, locale: Locale) => ({
  when: formatDateTime(new Date(at), locale),
  until: formatDateTime(new Date(until), locale),
})

/** Tells the owner that people in charge opened a way back into his account, and how to cancel it. */
export const recoveryAsked: Template<MailProps<"recovery-asked">> = {
  subject: (locale) => mailWords(locale).recoveryAsked.subject,
  slots: ({ cancel, alarm, ...at }, locale) => ({
    path: `recover/cancel/${cancel}`,
    alarm,
    ...times(at, locale),
  }),
  body: (locale, slots) => <ByStaff kind="recoveryAsked" locale={locale} slots={slots} />,
}

/** The one-time link with which the owner sets a new password himself. */
export const recoveryLink: Template<MailProps<"recovery-link">> = {
  subject: (locale) => mailWords(locale).recoveryLink.subject,
  slots: ({ link, alarm, ...at }, locale) => ({ path: `recover/link/${link}`, alarm, ...times(at, locale) }),
  body: (locale, slots) => <ByStaff kind="recoveryLink" locale={locale} slots={slots} />,
}

type ByStaffProps = { kind: "recoveryAsked" | "recoveryLink"; locale: Locale; slots: Slots }

function ByStaff({ kind, locale, slots }: ByStaffProps) {
  const w = mailWords(locale)[kind]
  return (
    <Frame locale={locale} preview={w.preview(slots("until"))} title={w.title}>
      <Line>{w.lead(slots("when"))}</Line>
      <Text className="ink" style={styles.text}>
        <Link className="ink" style={styles.link} href={`${slots("origin")}/${slots("path")}`}>
          {w.link}
        </Link>
      </Text>
      <Line quiet>{w.until(slots("until"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
      <AlarmLink locale={locale} slots={slots} />
    </Frame>
  )
}
