import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** Tells a unit that an office above looks after it, still does, or no more; where to see it and what it means. */
export const caretaker: Template<MailProps<"caretaker">> = {
  subject: (locale) => wordsOf(locale).caretakers.mail.subject,
  slots: ({ about, unit, unitCode, office, at, until }, locale) => {
    const w = wordsOf(locale).caretakers.mail
    const [when, end] = [at, until].map((instant) => formatDateTime(new Date(instant), locale))
    return {
      unit,
      unitCode,
      when: w.at(when ?? ""),
      // one body for all three, since a body is drawn once for a language
      title: w.titles[about],
      lead: w.leads[about]({ office, until: end ?? "" }),
      next: w.next[about],
    }
  },
  body: (locale, slots) => <Caretaker locale={locale} slots={slots} />,
}

function Caretaker({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = wordsOf(locale).caretakers.mail
  return (
    <Frame locale={locale} preview={slots("title")} title={slots("title")}>
      <Line>{slots("unit")}</Line>
      <Line>{slots("lead")}</Line>
      <Line>{slots("next")}</Line>
      <Text className="ink" style={styles.text}>
        <Link
          className="ink"
          style={styles.link}
          href={`${slots("origin")}/unit/${slots("unitCode")}/caretaker`}
        >
          {w.open}
        </Link>
      </Text>
      <Line quiet>{slots("when")}</Line>
    </Frame>
  )
}
