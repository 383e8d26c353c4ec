import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import { AlarmLink } from "./alarm-link"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import type { Slots, Template } from "./template"

/** What an owner is told of in the same form: what happened, when, and what to do if it was not he. */
type Subject =
  | "newDevice"
  | "emailChanged"
  | "passwordChanged"
  | "manyFailures"
  | "accountLocked"
  | "accountOpened"

/** A notice to an account's owner (OWASP ASVS 5.0 6.3.5, 6.3.7). It names nothing but the time: mail is read by others. */
export function ownerNotice(subject: Subject): Template<{ readonly at: string }> {
  return {
    subject: (locale) => mailWords(locale)[subject].subject,
    slots: ({ at }, locale) => ({ when: formatDateTime(new Date(at), locale) }),
    body: (locale, slots) => <OwnerNotice subject={subject} locale={locale} slots={slots} />,
  }
}

/** The same with the link “this wasn't me”, where the account itself was changed. */
export function alarmingNotice(subject: Subject): Template<{ readonly at: string; readonly alarm: string }> {
  return {
    subject: (locale) => mailWords(locale)[subject].subject,
    slots: ({ at, alarm }, locale) => ({ alarm, when: formatDateTime(new Date(at), locale) }),
    body: (locale, slots) => <OwnerNotice subject={subject} locale={locale} slots={slots} isAlarming />,
  }
}

type OwnerNoticeProps = { subject: Subject; locale: Locale; slots: Slots; isAlarming?: boolean }

function OwnerNotice({ subject, locale, slots, isAlarming = false }: OwnerNoticeProps) {
  const w = mailWords(locale)[subject]
  return (
    <Frame locale={locale} preview={w.preview(slots("when"))} title={w.title}>
      <Line>{w.lead}</Line>
      <Line>{w.at(slots("when"))}</Line>
      <Line>{w.yours}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou(slots("host"))}</NotYou>
      {isAlarming ? <AlarmLink locale={locale} slots={slots} /> : null}
    </Frame>
  )
}
