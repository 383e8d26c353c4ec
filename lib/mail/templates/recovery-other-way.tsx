import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { AlarmLink } from "./alarm-link"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import type { Slots, Template } from "./template"

/** To who asked for a code that his account can't be helped with: what helps instead. */
export const recoveryOtherWay: Template<MailProps<"recovery-other-way">> = {
  subject: (locale) => mailWords(locale).recoveryOtherWay.subject,
  slots: ({ at, reason, alarm }, locale) => ({
    alarm,
    when: formatDateTime(new Date(at), locale),
    way: mailWords(locale).recoveryOtherWay.ways[reason],
  }),
  body: (locale, slots) => <RecoveryOtherWay locale={locale} slots={slots} />,
}

function RecoveryOtherWay({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).recoveryOtherWay
  return (
    <Frame locale={locale} preview={w.preview(slots("when"))} title={w.title}>
      <Line>{w.lead(slots("when"))}</Line>
      <Line>{slots("way")}</Line>
      <Line quiet>{w.where(slots("host"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
      <AlarmLink locale={locale} slots={slots} />
    </Frame>
  )
}
