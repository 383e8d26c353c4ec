import "server-only"
import type { MailProps } from "../schema"
import { CodeLetter, codeSlots } from "./code-letter"
import { mailWords } from "./mail-words"
import type { Template } from "./template"

/** A one-time code of a sign-in. */
export const otpCode: Template<MailProps<"otp-code">> = {
  subject: (locale) => mailWords(locale).otp.subject,
  slots: codeSlots,
  body: (locale, slots) => {
    const w = mailWords(locale).otp
    return <CodeLetter locale={locale} slots={slots} words={w} lead={w.lead} />
  },
}
