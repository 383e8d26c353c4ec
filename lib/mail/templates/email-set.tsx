import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import type { Slots, Template } from "./template"

/** Tells SSO Admins that somebody they look after set an address by password alone. */
export const emailSet: Template<MailProps<"email-set">> = {
  subject: (locale) => mailWords(locale).emailSet.subject,
  slots: ({ name, at }, locale) => ({ name, when: formatDateTime(new Date(at), locale) }),
  body: (locale, slots) => <EmailSet locale={locale} slots={slots} />,
}

function EmailSet({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).emailSet
  return (
    <Frame locale={locale} preview={w.preview(slots("when"))} title={w.title}>
      <Line>{w.lead(slots("name"))}</Line>
      <Line>{w.at(slots("when"))}</Line>
      <Line>{w.check}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
    </Frame>
  )
}
