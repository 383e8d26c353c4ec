import "server-only"
import type { MailProps } from "../schema"
import { CodeLetter, codeSlots } from "./code-letter"
import { wordsOf } from "./mail-words"
import type { Template } from "./template"

/** The code that goes with an invitation. It is good for a day, so its line of preview names the day too. */
export const invitationCode: Template<MailProps<"invitation-code">> = {
  subject: (locale) => wordsOf(locale).invitations.codeMail.subject,
  slots: (props, locale) => {
    const slots = codeSlots(props, locale)
    return { ...slots, time: slots.until }
  },
  body: (locale, slots) => {
    const w = wordsOf(locale).invitations.codeMail
    return <CodeLetter locale={locale} slots={slots} words={w} lead={w.lead} />
  },
}
