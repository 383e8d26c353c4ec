import "server-only"
import type { MailProps } from "../schema"
import { CodeLetter, codeSlots } from "./code-letter"
import { wordsOf } from "./mail-words"
import type { Template } from "./template"

/** A code of a request for an account. */
export const registrationCode: Template<MailProps<"registration-code">> = {
  subject: (locale) => wordsOf(locale).registrationMail.code.subject,
  slots: (props, locale) => ({
    ...codeSlots(props, locale),
    number: props.number,
    lead: wordsOf(locale).registrationMail.code.purposes[props.purpose],
  }),
  body: (locale, slots) => {
    const w = wordsOf(locale).registrationMail.code
    const about = w.number(slots("number"))
    return <CodeLetter locale={locale} slots={slots} words={w} lead={slots("lead")} about={about} />
  },
}
