import "server-only"
import {
  findInvitation,
  holdUsername,
  isAccountOf,
  lockInvitation,
  markInvitation,
  markInvitationGuessed,
} from "@/db/queries/invitations"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, type Refused, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { hashNewPassword } from "@/lib/passwords/hash-new-password"
import { assurances } from "@/lib/sessions/rules"
import { usernameKey } from "@/lib/signin/rules"
import { mustUseThaid } from "@/lib/signin/thaid-duty"
import { invitationHashes } from "./hashes"
import { choiceShut } from "./invitation-shut"
import { acceptByPasswordInput } from "./schema"
import { takeIntoUse } from "./take-into-use"

/**
 * Accepts an invitation with a password, and a user name if wished. The person says his 13-digit number, so that a
 * mistyped address gives nobody else's account away: five wrong ones, and another code is asked for.
 */
export const acceptByPassword = command({
  name: "invitations.accept-password",
  input: acceptByPasswordInput,
  allow: canBeAnyone,
  async prepare({ db, now, input }): Promise<{ readonly passwordHash: string } | Refused> {
    const browserHashes = invitationHashes("browser", input.invitation)
    const invitation = await findInvitation(db, { browserHashes })
    const shut = choiceShut(invitation, now)
    if (shut || !invitation) return refused(shut ?? "invitations.gone")
    const { accountId } = invitation
    const passwordHash = await hashNewPassword(db, { accountId, newPassword: input.newPassword, now })
    return typeof passwordHash === "string" ? { passwordHash } : passwordHash
  },
  async run({ tx, now, input, prepared: { passwordHash } }) {
    const browserHashes = invitationHashes("browser", input.invitation)
    const invitation = await lockInvitation(tx, { browserHashes })
    const shut = choiceShut(invitation, now)
    if (shut || !invitation) return refused(shut ?? "invitations.gone")
    const { id, accountId, guessesLeft } = invitation
    if (await mustUseThaid(tx, accountId, now)) return refused("signin.thaid-required")
    const note = { account: accountId, subject: id }
    if (!(await isAccountOf(tx, accountId, keyedHashes(keyRing(), "national-id", input.nationalId)))) {
      await markInvitationGuessed(tx, id)
      const left = guessesLeft - 1
      if (left > 0) return refusedOnRecord("invitations.other-number", note, { left })
      await markInvitation(tx, id, { provedAt: null, codeExpiresAt: now })
      return refusedOnRecord("invitations.guesses-used", note)
    }
    const username = input.username === "" ? null : input.username
    const key = username && usernameKey(username)
    if (key) await holdUsername(tx, key)
    const by = { method: "password", username, usernameKey: key, passwordHash } as const
    const { locale, browser } = input
    const taken = await takeIntoUse(tx, invitation, { by, locale, browser, now })
    if ("no" in taken) return refused(taken.no)
    const { sessionId, ...tokens } = taken
    const detail = { acr: assurances.passwordAndMailedCode.acr, hasUsername: username !== null }
    return done(tokens, { ...note, session: sessionId, detail })
  },
})
