import "server-only"
import { lockInvitation, markInvitation, markInvitationGuessed } from "@/db/queries/invitations"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { typedCode } from "@/lib/otp/rules"
import { invitationHashes, isInvitationCode } from "./hashes"
import { invitationShut } from "./invitation-shut"
import { invitationLimits } from "./rules"
import { proveInvitationInput } from "./schema"

/** The mailed code: five guesses, then another has to be asked for. A right one lets the same browser choose how to sign in. */
export const proveInvitation = command({
  name: "invitations.code",
  input: proveInvitationInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const browserHashes = invitationHashes("browser", input.invitation)
    const invitation = await lockInvitation(tx, { browserHashes })
    const shut = invitationShut(invitation, now)
    if (shut || !invitation) return refused(shut ?? "invitations.gone")
    const { id, accountId, codeHash, codeExpiresAt, guessesLeft } = invitation
    if (invitation.provedAt) return done(null, { account: accountId, subject: id })
    if (!(codeHash && codeExpiresAt) || codeExpiresAt <= now) return refused("invitations.code-expired")
    if (guessesLeft <= 0) return refused("invitations.guesses-used")
    const code = typedCode(input.code)
    // Not six digits cannot be a guess: the form is shown again and no guess is lost.
    if (!code) return refused("invalid")
    const note = { account: accountId, subject: id }
    if (!isInvitationCode(id, code, codeHash)) {
      await markInvitationGuessed(tx, id)
      const left = guessesLeft - 1
      return left > 0
        ? refusedOnRecord("invitations.code-wrong", note, { left })
        : refusedOnRecord("invitations.guesses-used", note)
    }
    await markInvitation(tx, id, {
      provedAt: now,
      codeHash: null,
      codeExpiresAt: new Date(now.getTime() + invitationLimits.choosingTime * 1000),
      guessesLeft: invitationLimits.guesses,
    })
    return done(null, note)
  },
})
