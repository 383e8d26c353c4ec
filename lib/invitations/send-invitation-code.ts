import "server-only"
import { lockInvitation, markInvitation } from "@/db/queries/invitations"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomSixDigits, randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { invitationCodeHash, invitationHash, invitationHashes } from "./hashes"
import { invitationShut } from "./invitation-shut"
import { invitationLimits } from "./rules"
import { invitationLinkInput } from "./schema"

/**
 * Opens an invitation by its link: mails a fresh code to its owner and binds the rest to this browser, so that a link
 * read by somebody else opens nothing. The code before is void.
 */
export const sendInvitationCode = command({
  name: "invitations.send-code",
  input: invitationLinkInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const invitation = await lockInvitation(tx, { tokenHashes: invitationHashes("link", input.link) })
    const shut = invitationShut(invitation, now)
    if (shut || !invitation) return refused(shut ?? "invitations.gone")
    const { id, accountId, email, expiresAt } = invitation
    const counted = await countAgainst(tx, {
      scope: "invitation-codes",
      key: keyedHash(keyRing(), "throttle", `invitation/${id}`),
      limit: invitationLimits.codesPerHour,
      windowSeconds: invitationLimits.hour,
      now,
    })
    if (!counted.allowed) return refused("invitations.too-many", { until: counted.until })
    const [browser, code] = [randomToken(), randomSixDigits()]
    const codeEnds = now.getTime() + invitationLimits.codeLifetime * 1000
    const codeExpiresAt = new Date(Math.min(codeEnds, expiresAt.getTime()))
    await markInvitation(tx, id, {
      openedAt: now,
      browserHash: invitationHash("browser", browser),
      codeHash: invitationCodeHash(id, code),
      codeExpiresAt,
      guessesLeft: invitationLimits.guesses,
      provedAt: null,
    })
    const { locale } = invitation.account
    const props = { code, sentAt: now.toISOString(), expiresAt: codeExpiresAt.toISOString() }
    await enqueueMail(tx, {
      template: "invitation-code",
      locale,
      to: email,
      props,
      now,
      dropAfter: codeExpiresAt,
    })
    return done({ invitation: browser }, { account: accountId, subject: id })
  },
})
