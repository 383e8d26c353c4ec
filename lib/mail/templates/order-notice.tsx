import "server-only"
import { Link, Text } from "@react-email/components"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line } from "./frame"
import { wordsOf } from "./mail-words"
import { styles } from "./styles"
import type { Slots, Template } from "./template"

type Kind = "approved" | "returned" | "rejected"

/** What was decided on an order, why, and what can be done now. It names nobody: mail is read by others. */
export function orderNotice(kind: Kind): Template<MailProps<"order-returned">> {
  return {
    subject: (locale) => wordsOf(locale).orderMail[kind].subject,
    slots: ({ number, unitCode, isByCode, reasons, fields, note, at, until }, locale) => {
      const w = wordsOf(locale).orderMail
      const when = (instant: string) => formatDateTime(new Date(instant), locale)
      const list = (parts: readonly string[]) => parts.join(" · ")
      return {
        number,
        path: isByCode ? "activate/request" : `unit/${unitCode}/orders/${number}`,
        when: when(at),
        reasons: reasons.length > 0 ? w.reasons(list(reasons)) : "",
        fields: fields.length > 0 ? w.fields(list(fields)) : "",
        note: note === "" ? "" : w.note(note),
        next: w[kind].next(when(until)),
      }
    },
    body: (locale, slots) => <Notice kind={kind} locale={locale} slots={slots} />,
  }
}

function Notice({ kind, locale, slots }: { kind: Kind; locale: Locale; slots: Slots }) {
  const w = wordsOf(locale).orderMail
  const { title, lead } = w[kind]
  return (
    <Frame locale={locale} preview={lead} title={title}>
      <Line>{w.number(slots("number"))}</Line>
      <Line>{lead}</Line>
      {kind === "approved" ? null : (
        <>
          <Line>{slots("fields")}</Line>
          <Line>{slots("reasons")}</Line>
        </>
      )}
      <Line>{slots("note")}</Line>
      <Line>{slots("next")}</Line>
      <Text className="ink" style={styles.text}>
        <Link className="ink" style={styles.link} href={`${slots("origin")}/${slots("path")}`}>
          {w.open}
        </Link>
      </Text>
      <Line quiet>{w.at(slots("when"))}</Line>
    </Frame>
  )
}
