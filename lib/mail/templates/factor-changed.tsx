import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { AlarmLink } from "./alarm-link"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import type { Slots, Template } from "./template"

/** Tells an account's owner of a change of its factors (OWASP ASVS 5.0 6.3.7). */
export const factorChanged: Template<MailProps<"factor-changed">> = {
  subject: (locale) => mailWords(locale).factorChanged.subject,
  slots: ({ change, at, alarm }, locale) => ({
    alarm,
    what: mailWords(locale).factorChanged.changes[change],
    when: formatDateTime(new Date(at), locale),
  }),
  body: (locale, slots) => <FactorChanged locale={locale} slots={slots} />,
}

function FactorChanged({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).factorChanged
  return (
    <Frame locale={locale} preview={w.preview(slots("when"))} title={w.title}>
      <Line>{slots("what")}</Line>
      <Line>{w.at(slots("when"))}</Line>
      <Line>{w.yours}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou(slots("host"))}</NotYou>
      <AlarmLink locale={locale} slots={slots} />
    </Frame>
  )
}
