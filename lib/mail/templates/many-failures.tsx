import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import type { Slots, Template } from "./template"

/** Tells an account's owner that his password was tried in vain many times (OWASP ASVS 5.0 6.3.5). */
export const manyFailures: Template<MailProps<"many-failures">> = {
  subject: (locale) => mailWords(locale).manyFailures.subject,
  slots: ({ at }, locale) => ({ when: formatDateTime(new Date(at), locale) }),
  body: (locale, slots) => <ManyFailures locale={locale} slots={slots} />,
}

function ManyFailures({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).manyFailures
  return (
    <Frame locale={locale} preview={w.preview(slots("when"))} title={w.title}>
      <Line>{w.lead}</Line>
      <Line>{w.at(slots("when"))}</Line>
      <Line>{w.yours}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou(slots("host"))}</NotYou>
    </Frame>
  )
}
