import "server-only"
import type { MailProps } from "../schema"
import { CodeLetter, codeSlots } from "./code-letter"
import { mailWords } from "./mail-words"
import type { Template } from "./template"

/** A code that proves an address. */
export const emailCode: Template<MailProps<"email-code">> = {
  subject: (locale) => mailWords(locale).emailCode.subject,
  slots: (props, locale) => ({
    ...codeSlots(props, locale),
    lead: mailWords(locale).emailCode[props.address === "new" ? "toNew" : "toFormer"],
  }),
  body: (locale, slots) => (
    <CodeLetter locale={locale} slots={slots} words={mailWords(locale).emailCode} lead={slots("lead")} />
  ),
}
