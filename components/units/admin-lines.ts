import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { AdminLine } from "./admin-list"

/** An SSO Admin as a read of the room gives him. */
export type ShownAdmin = {
  readonly name: string
  readonly post: string
  readonly officeTelephone: string | null
}

/** SSO Admins as lists show them. */
export function adminLines(admins: readonly ShownAdmin[], w: Dictionary, locale: Locale): AdminLine[] {
  const l = w.units.lookup
  return admins.map(({ name, post, officeTelephone }) => ({
    name,
    post,
    telephone: officeTelephone ? l.telephone(digits(officeTelephone, locale)) : l.noTelephone,
  }))
}
