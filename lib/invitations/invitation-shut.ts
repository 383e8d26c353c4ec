import "server-only"
import type { InvitationWithAccount } from "@/db/queries/invitations"
import type { RefusalCode } from "@/lib/kernel/refusal"

/** Why an invitation leads nowhere, or nothing while it is open. */
export function invitationShut(
  invitation: InvitationWithAccount | undefined,
  now: Date,
): RefusalCode | undefined {
  if (!invitation) return "invitations.gone"
  // whoever came in by ThaiID at the front door has accepted it, too
  if (invitation.endedReason === "accepted") return "invitations.accepted"
  if (invitation.endedAt) return "invitations.gone"
  if (invitation.account.state === "active") return "invitations.accepted"
  if (invitation.account.state !== "invited") return "invitations.gone"
  return invitation.expiresAt <= now ? "invitations.expired" : undefined
}

/** Why the browser that opened an invitation can't go on to choose, or nothing while it may. */
export function choiceShut(
  invitation: InvitationWithAccount | undefined,
  now: Date,
): RefusalCode | undefined {
  const shut = invitationShut(invitation, now)
  if (shut) return shut
  const until = invitation?.provedAt && invitation.codeExpiresAt
  return until && until > now ? undefined : "invitations.code-expired"
}
