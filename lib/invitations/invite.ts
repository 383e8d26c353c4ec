import "server-only"
import type { Transaction } from "@/db/types"
import type { Locale } from "@/lib/i18n/locale"
import { enqueueMail } from "@/lib/mail/enqueue"
import { openInvitation } from "./open-invitation"

/** Step: opens the way into an account and mails its owner the link, in his language. A new one takes the place of the old. */
export async function invite(
  tx: Transaction,
  to: {
    readonly accountId: string
    readonly email: string
    readonly locale: Locale
    readonly now: Date
  },
): Promise<void> {
  const { email, locale, now } = to
  const { token, expiresAt } = await openInvitation(tx, to)
  const props = { at: now.toISOString(), until: expiresAt.toISOString(), link: token }
  await enqueueMail(tx, { template: "invitation", locale, to: email, props, now })
}
