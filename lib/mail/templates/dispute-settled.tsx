import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** To the holder of an account that was frozen: it is his again, or another's. */
export function disputeSettled(
  kind: MailProps<"dispute-settled">["kind"],
): Template<Pick<MailProps<"dispute-settled">, "at">> {
  return {
    subject: (locale) => wordsOf(locale).registrationMail.settled[kind].subject,
    slots: ({ at }, locale) => ({ when: formatDateTime(new Date(at), locale) }),
    body: (locale, slots) => <Settled kind={kind} locale={locale} slots={slots} />,
  }
}

type SettledProps = { kind: MailProps<"dispute-settled">["kind"]; locale: Locale; slots: Slots }

function Settled({ kind, locale, slots }: SettledProps) {
  const w = wordsOf(locale).registrationMail
  const { title, lead, next } = w.settled[kind]
  return (
    <Frame locale={locale} preview={lead} title={title}>
      <Line>{lead}</Line>
      <Line>{next}</Line>
      <Text className="ink" style={styles.text}>
        <Link
          className="ink"
          style={styles.link}
          href={`${slots("origin")}/${kind === "kept" ? "login" : "admins"}`}
        >
          {kind === "kept" ? w.signIn : w.settled.helpers}
        </Link>
      </Text>
      <Line quiet>{w.at(slots("when"))}</Line>
    </Frame>
  )
}
