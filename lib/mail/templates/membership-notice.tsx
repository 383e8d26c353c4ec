import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** What happened to somebody's membership in a unit, or to his account; the unit is named, the reason is not: mail is read by others. */
export const membershipNotice: Template<MailProps<"membership-notice">> = {
  subject: (locale) => wordsOf(locale).memberMail.subject,
  slots: ({ kind, unitTh, unitEn, at, until }, locale) => {
    const w = wordsOf(locale).memberMail
    const day = until === "" ? "" : formatDate(new Date(until), locale)
    return {
      title: w.kinds[kind].title,
      lead: w.kinds[kind].lead(locale === "en" && unitEn ? unitEn : unitTh),
      until: day === "" ? "" : kind === "offered" ? w.answerBy(day) : w.lastDay(day),
      next: w.kinds[kind].next,
      path: kind === "offered" ? "account/offers" : "help",
      link: kind === "offered" ? w.open : w.help,
      when: formatDateTime(new Date(at), locale),
    }
  },
  body: (locale, slots) => <MembershipNotice locale={locale} slots={slots} />,
}

function MembershipNotice({ locale, slots }: { locale: Locale; slots: Slots }) {
  const w = wordsOf(locale).memberMail
  return (
    <Frame locale={locale} preview={slots("lead")} title={slots("title")}>
      <Line>{slots("lead")}</Line>
      <Line>{slots("until")}</Line>
      <Line>{slots("next")}</Line>
      <Text className="ink" style={styles.text}>
        <Link className="ink" style={styles.link} href={`${slots("origin")}/${slots("path")}`}>
          {slots("link")}
        </Link>
      </Text>
      <Line quiet>{w.at(slots("when"))}</Line>
    </Frame>
  )
}
