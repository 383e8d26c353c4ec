import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

/** Tells what threatens to leave units without an SSO Admin, one line a finding. It names units, and nobody. */
export const unitFindings: Template<MailProps<"unit-findings">> = {
  subject: (locale) => wordsOf(locale).oversight.mail.subject,
  slots: ({ scope, lines, more, at }, locale) => {
    const w = wordsOf(locale).oversight
    const said = lines.map(
      ({ finding, code, unit }) => `${unit} (${digits(code, locale)}): ${w.findings[finding]}`,
    )
    const [first] = lines
    return {
      lead: w.mail.leads[scope],
      lines: said.join(" · "),
      more: more > 0 ? w.mail.more(digits(String(more), locale)) : "",
      next: w.mail.next[scope],
      path: scope === "own" && first ? `/unit/${first.code}/succession` : "/oversight",
      when: formatDate(new Date(at), locale),
    }
  },
  body: (locale, slots) => <UnitFindings locale={locale} slots={slots} />,
}

function UnitFindings({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = wordsOf(locale).oversight.mail
  return (
    <Frame locale={locale} preview={slots("lead")} title={w.title}>
      <Line>{slots("lead")}</Line>
      <Line>{slots("lines")}</Line>
      <Line>{slots("more")}</Line>
      <Line>{slots("next")}</Line>
      <Text className="ink" style={styles.text}>
        <Link className="ink" style={styles.link} href={`${slots("origin")}${slots("path")}`}>
          {w.open}
        </Link>
      </Text>
      <Line quiet>{slots("when")}</Line>
    </Frame>
  )
}
