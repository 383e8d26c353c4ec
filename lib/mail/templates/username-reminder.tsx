import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { AlarmLink } from "./alarm-link"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import type { Slots, Template } from "./template"

/** The user name that was forgotten; the 13-digit number never stands in a mail. */
export const usernameReminder: Template<MailProps<"username-reminder">> = {
  subject: (locale) => mailWords(locale).usernameReminder.subject,
  slots: ({ username, at, alarm }, locale) => ({
    alarm,
    name: username || mailWords(locale).usernameReminder.none,
    when: formatDateTime(new Date(at), locale),
  }),
  body: (locale, slots) => <UsernameReminder locale={locale} slots={slots} />,
}

function UsernameReminder({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).usernameReminder
  return (
    <Frame locale={locale} preview={w.preview(slots("when"))} title={w.title}>
      <Line>{w.lead(slots("name"))}</Line>
      <Line>{w.also}</Line>
      <Line quiet>{w.at(slots("when"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
      <AlarmLink locale={locale} slots={slots} />
    </Frame>
  )
}
