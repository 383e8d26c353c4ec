import "server-only"
import {
  type Entrance,
  type Invitation,
  markAccountAccepted,
  markInvitationEnded,
} from "@/db/queries/invitations"
import type { Transaction } from "@/db/types"
import { takeUpFirstOffer } from "@/lib/access/take-up-offer"
import type { Locale } from "@/lib/i18n/locale"
import type { RefusalCode } from "@/lib/kernel/refusal"
import type { Browser } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { admit } from "@/lib/signin/admit"

type Arriving = {
  readonly by: Entrance
  readonly locale: Locale
  readonly browser: Browser & { readonly device?: string | undefined; readonly session?: string | undefined }
  readonly now: Date
}

/** Step: the account is in use from now on, its address confirmed by the code, and its owner is in. */
export async function takeIntoUse(
  tx: Transaction,
  invitation: Invitation,
  { by, locale, browser, now }: Arriving,
): Promise<
  | { readonly session: string; readonly device: string; readonly sessionId: string }
  | { readonly no: RefusalCode }
> {
  const { accountId, email } = invitation
  if (!(await markAccountAccepted(tx, invitation, by, now))) return { no: "invitations.username-taken" }
  await markInvitationEnded(tx, accountId, "accepted", now)
  await takeUpFirstOffer(tx, accountId, now)
  const assurance = by.method === "thaid" ? assurances.thaid : assurances.passwordAndMailedCode
  return admit(tx, { accountId, email, assurance, sharedComputer: false, locale, browser, now })
}
