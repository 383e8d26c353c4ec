import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

const when = (at: string, locale: Locale) => formatDateTime(new Date(at), locale)

type Word = "received" | "approved" | "suspended" | "locked"

/** Where each of them leads on. */
const ways = {
  received: "register/status",
  approved: "login",
  suspended: "admins",
  locked: "recover",
} as const satisfies Record<Word, string>

/**
 * That a request arrived, or was approved for who has an account: one that can be opened, or one before which something
 * stands. It names nothing but the number: mail is read by others.
 */
export function registrationWord(kind: Word): Template<{ readonly number: string; readonly at: string }> {
  return {
    subject: (locale) => wordsOf(locale).registrationMail[kind].subject,
    slots: ({ number, at }, locale) => ({ number, when: when(at, locale) }),
    body: (locale, slots) => <Said kind={kind} locale={locale} slots={slots} />,
  }
}

function Said({ kind, locale, slots }: { kind: Word; locale: Locale; slots: Slots }) {
  const w = wordsOf(locale).registrationMail
  const { title, lead, way } = w[kind]
  return (
    <Frame locale={locale} preview={lead} title={title}>
      <Line>{w.number(slots("number"))}</Line>
      <Line>{lead}</Line>
      <Onward slots={slots} path={ways[kind]} label={way} />
      <Line quiet>{w.at(slots("when"))}</Line>
    </Frame>
  )
}

function Onward({ slots, path, label }: { slots: Slots; path: string; label: string }) {
  return (
    <Text className="ink" style={styles.text}>
      <Link className="ink" style={styles.link} href={`${slots("origin")}/${path}`}>
        {label}
      </Link>
    </Text>
  )
}

/** What was decided against a request as it stands, why, and what can be done now. */
export function registrationOutcome(
  kind: "returned" | "rejected",
): Template<MailProps<"registration-returned">> {
  return {
    subject: (locale) => wordsOf(locale).registrationMail[kind].subject,
    slots: ({ number, reasons, fields, note, at, until }, locale) => {
      const w = wordsOf(locale).registrationMail
      const list = (parts: readonly string[]) => parts.join(" · ")
      return {
        number,
        when: when(at, locale),
        reasons: reasons.length > 0 ? w.reasons(list(reasons)) : "",
        fields: fields.length > 0 ? w.fields(list(fields)) : "",
        note: note === "" ? "" : w.note(note),
        next: w[kind].next(when(until, locale)),
      }
    },
    body: (locale, slots) => <Outcome kind={kind} locale={locale} slots={slots} />,
  }
}

function Outcome({ kind, locale, slots }: { kind: "returned" | "rejected"; locale: Locale; slots: Slots }) {
  const w = wordsOf(locale).registrationMail
  return (
    <Frame locale={locale} preview={w[kind].lead} title={w[kind].title}>
      <Line>{w.number(slots("number"))}</Line>
      <Line>{w[kind].lead}</Line>
      <Line>{slots("fields")}</Line>
      <Line>{slots("reasons")}</Line>
      <Line>{slots("note")}</Line>
      <Line>{slots("next")}</Line>
      <Onward slots={slots} path="register/status" label={w.status} />
      <Line quiet>{w.at(slots("when"))}</Line>
    </Frame>
  )
}

/** To an account's known address: its number stands in somebody's request. */
export const registrationKnown: Template<MailProps<"registration-known">> = {
  subject: (locale) => wordsOf(locale).registrationMail.known.subject,
  slots: ({ kind, at }, locale) => ({
    lead: wordsOf(locale).registrationMail.known[kind],
    when: when(at, locale),
  }),
  body: (locale, slots) => <Known locale={locale} slots={slots} />,
}

function Known({ locale, slots }: { locale: Locale; slots: Slots }) {
  const w = wordsOf(locale).registrationMail
  return (
    <Frame locale={locale} preview={w.known.title} title={w.known.title}>
      <Line>{slots("lead")}</Line>
      <Line quiet>{w.at(slots("when"))}</Line>
      <NotYou title={w.known.notYouTitle}>{w.known.notYou(slots("host"))}</NotYou>
    </Frame>
  )
}
