import "server-only"
import { Text } from "@react-email/components"
import type { ReactNode } from "react"
import { formatDateTime, formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import { Frame, Line, NotYou } from "./frame"
import { mailWords } from "./mail-words"
import { styles } from "./styles"
import type { Slots } from "./template"

type CodeProps = { readonly code: string; readonly sentAt: string; readonly expiresAt: string }

/** What every letter with a code says of it: the code, until when it is good, when it was asked for. */
export function codeSlots({ code, sentAt, expiresAt }: CodeProps, locale: Locale) {
  return {
    code,
    time: formatTime(new Date(expiresAt), locale),
    until: formatDateTime(new Date(expiresAt), locale),
    requested: formatDateTime(new Date(sentAt), locale),
  }
}

type CodeLetterProps = {
  readonly locale: Locale
  readonly slots: Slots
  readonly words: {
    readonly preview: (time: string) => string
    readonly title: string
    readonly notYouTitle: string
    readonly notYou: string
  }
  /** What the code is for. */
  readonly lead: string
  /** What it belongs to, in a line of its own. */
  readonly about?: string
  readonly children?: ReactNode
}

/** A letter with a code, in Arabic digits and one piece, before anything else with six digits in a row. */
export function CodeLetter({ locale, slots, words: w, lead, about, children }: CodeLetterProps) {
  const { otp } = mailWords(locale)
  return (
    <Frame locale={locale} preview={w.preview(slots("time"))} title={w.title}>
      <Line>{lead}</Line>
      <Text className="code" style={styles.code}>
        {slots("code")}
      </Text>
      <Line>{otp.until(slots("until"))}</Line>
      {about ? <Line quiet>{about}</Line> : null}
      <Line quiet>{otp.requested(slots("requested"))}</Line>
      <Line quiet>{otp.where(slots("host"))}</Line>
      <NotYou title={w.notYouTitle}>{w.notYou}</NotYou>
      {children}
    </Frame>
  )
}
