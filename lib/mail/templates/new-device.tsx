import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { MailProps } from "../schema"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"

type NewDeviceProps = MailProps<"new-device"> & { readonly locale: Locale; readonly host: string }

/** Tells an account's owner of a sign-in from a browser that was not used with it before (OWASP ASVS 5.0 6.3.5). */
export function NewDevice({ locale, host, at }: NewDeviceProps) {
  const w = mailWords(locale).newDevice
  const when = formatDateTime(new Date(at), locale)
  return (
    <Frame locale={locale} preview={w.preview(when)} title={w.title}>
      <Line>{w.lead}</Line>
      <Line>{w.at(when)}</Line>
      <Line>{w.yours}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou(host)}</NotYou>
    </Frame>
  )
}
