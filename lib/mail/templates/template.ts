import "server-only"
import type { ReactElement } from "react"
import type { Locale } from "@/lib/i18n/locale"

/** Gives the place of a value in the body; the value itself comes in when a mail is written out. */
export type Slots = (name: string) => string

/** A kind of mail. `host`, the portal's address as readers see it, is a slot of every body. */
export type Template<P> = {
  readonly subject: (locale: Locale) => string
  /** The values for the slots of the body, in words of the reader's language. */
  readonly slots: (props: P, locale: Locale) => Readonly<Record<string, string>>
  readonly body: (locale: Locale, slots: Slots) => ReactElement
}
