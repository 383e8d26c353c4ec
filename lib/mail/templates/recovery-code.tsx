import "server-only"
import type { MailProps } from "../schema"
import { AlarmLink } from "./alarm-link"
import { CodeLetter, codeSlots } from "./code-letter"
import { mailWords } from "./mail-words"
import type { Template } from "./template"

/** A code for who has forgotten the password. */
export const recoveryCode: Template<MailProps<"recovery-code">> = {
  subject: (locale) => mailWords(locale).recoveryCode.subject,
  slots: (props, locale) => ({ ...codeSlots(props, locale), alarm: props.alarm }),
  body: (locale, slots) => {
    const w = mailWords(locale).recoveryCode
    return (
      <CodeLetter locale={locale} slots={slots} words={w} lead={w.lead}>
        <AlarmLink locale={locale} slots={slots} />
      </CodeLetter>
    )
  },
}
