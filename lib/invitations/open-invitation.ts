import "server-only"
import { insertInvitation, markInvitationEnded } from "@/db/queries/invitations"
import type { Transaction } from "@/db/types"
import { randomToken } from "@/lib/crypto/random"
import { invitationHash } from "./hashes"
import { invitationLimits } from "./rules"

/**
 * Step: opens the way into an account for its owner, and closes an earlier one. The token goes into the link of one mail,
 * `/invitation/<token>`, and is kept nowhere else; a caller whose own mail carries the link uses
 * this, all others `invite`.
 */
export async function openInvitation(
  tx: Transaction,
  to: { readonly accountId: string; readonly email: string; readonly now: Date },
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const { accountId, email, now } = to
  await markInvitationEnded(tx, accountId, "replaced", now)
  const token = randomToken()
  const expiresAt = new Date(now.getTime() + invitationLimits.lifetime * 1000)
  await insertInvitation(tx, {
    accountId,
    tokenHash: invitationHash("link", token),
    email,
    createdAt: now,
    expiresAt,
    guessesLeft: 0,
  })
  return { token, expiresAt }
}
