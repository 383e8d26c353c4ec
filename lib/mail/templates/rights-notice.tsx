import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** Somebody's roles changed: all changes of one go in one mail. */
export const rightsChanged: Template<MailProps<"rights-changed">> = {
  subject: (locale) => wordsOf(locale).rightsMail.changed.subject,
  slots: ({ unit, changes, reason, at }, locale) => {
    const w = wordsOf(locale).rightsMail
    const line = ({ act, system, role, until }: (typeof changes)[number]) => {
      const day = until && act !== "withdraw" ? formatDate(new Date(`${until}T05:00:00Z`), locale) : ""
      return digits(w.changed.acts[act](system, role), locale) + (day ? w.changed.until(day) : "")
    }
    return {
      unit: w.unit(unit),
      changes: changes.map(line).join(" · "),
      reason: reason === "" ? "" : w.reason(reason),
      when: formatDateTime(new Date(at), locale),
    }
  },
  body: (locale, slots) => {
    const w = wordsOf(locale).rightsMail
    const { title, lead, ask, open } = w.changed
    return (
      <Frame locale={locale} preview={lead} title={title}>
        <Line>{lead}</Line>
        <Line>{slots("changes")}</Line>
        <Line>{slots("unit")}</Line>
        <Line>{slots("reason")}</Line>
        <Line>{ask}</Line>
        <Way locale={locale} slots={slots} path="/portal" name={open} />
      </Frame>
    )
  },
}

/** A role that somebody asked for was not granted. */
export const rightsRefused: Template<MailProps<"rights-refused">> = {
  subject: (locale) => wordsOf(locale).rightsMail.refused.subject,
  slots: ({ unit, system, role, answer, at }, locale) => {
    const w = wordsOf(locale).rightsMail
    return {
      lead: digits(w.refused.lead(system, role), locale),
      unit: w.unit(unit),
      reason: w.reason(answer),
      when: formatDateTime(new Date(at), locale),
    }
  },
  body: (locale, slots) => {
    const { title, ask, open } = wordsOf(locale).rightsMail.refused
    return (
      <Frame locale={locale} preview={title} title={title}>
        <Line>{slots("lead")}</Line>
        <Line>{slots("unit")}</Line>
        <Line>{slots("reason")}</Line>
        <Line>{ask}</Line>
        <Way locale={locale} slots={slots} path="/portal/rights" name={open} />
      </Frame>
    )
  },
}

type WayProps = { locale: Locale; slots: Slots; path: string; name: string }

function Way({ locale, slots, path, name }: WayProps) {
  return (
    <>
      <Text className="ink" style={styles.text}>
        <Link className="ink" style={styles.link} href={`${slots("origin")}${path}`}>
          {name}
        </Link>
      </Text>
      <Line quiet>{wordsOf(locale).rightsMail.at(slots("when"))}</Line>
    </>
  )
}
