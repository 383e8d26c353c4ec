import "server-only"
import { findInvitation } from "@/db/queries/invitations"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { maskEmail } from "@/lib/otp/rules"
import { mustUseThaid } from "@/lib/signin/thaid-duty"
import { thaidClient } from "@/lib/thaid/client"
import { invitationHashes } from "./hashes"
import { invitationShut } from "./invitation-shut"
import { invitationLinkInput, myInvitationInput } from "./schema"

/** Whether a mailed link is open, and until when; where it would mail the code, masked. Looking changes nothing. */
export const getInvitation = read({
  name: "invitations.link",
  input: invitationLinkInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const invitation = await findInvitation(db, { tokenHashes: invitationHashes("link", input.link) })
    const shut = invitationShut(invitation, now)
    if (shut || !invitation) return notShown(shut ?? "invitations.gone")
    return found({ expiresAt: invitation.expiresAt, email: maskEmail(invitation.email) })
  },
})

/** How far this browser has come with the invitation that it opened, and what it is asked for next. */
export const getMyInvitation = read({
  name: "invitations.mine",
  input: myInvitationInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const browserHashes = invitationHashes("browser", input.invitation)
    const invitation = await findInvitation(db, { browserHashes })
    const shut = invitationShut(invitation, now)
    if (shut || !invitation?.codeExpiresAt) return notShown(shut ?? "invitations.gone")
    const { accountId, email, codeExpiresAt, provedAt, guessesLeft } = invitation
    if (codeExpiresAt <= now) return notShown("invitations.code-expired")
    if (guessesLeft <= 0) return notShown("invitations.guesses-used")
    return found({
      asks: provedAt ? ("choice" as const) : ("code" as const),
      email: maskEmail(email),
      until: codeExpiresAt,
      hasThaid: thaidClient() !== undefined,
      mustUseThaid: await mustUseThaid(db, accountId, now),
    })
  },
})
