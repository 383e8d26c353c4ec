import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { AlarmLink } from "./alarm-link"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import type { Slots, Template } from "./template"

/** Tells an account's owner that its sign-in method was changed, and to which (OWASP ASVS 5.0 6.3.7). */
export const methodChanged: Template<MailProps<"method-changed">> = {
  subject: (locale) => mailWords(locale).methodChanged.subject,
  slots: ({ at, method, alarm }, locale) => ({
    alarm,
    when: formatDateTime(new Date(at), locale),
    method: mailWords(locale).methodChanged.methods[method],
  }),
  body: (locale, slots) => <MethodChanged locale={locale} slots={slots} />,
}

function MethodChanged({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).methodChanged
  return (
    <Frame locale={locale} preview={w.preview(slots("when"))} title={w.title}>
      <Line>{w.lead(slots("method"))}</Line>
      <Line>{w.at(slots("when"))}</Line>
      <Line>{w.yours}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou(slots("host"))}</NotYou>
      <AlarmLink locale={locale} slots={slots} />
    </Frame>
  )
}
