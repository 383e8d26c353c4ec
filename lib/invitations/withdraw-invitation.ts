import "server-only"
import { markInvitationEnded } from "@/db/queries/invitations"
import type { Transaction } from "@/db/types"

/**
 * Step: closes the open way into an account, because what it was made for is void. The account itself is the caller's
 * (`closeUnusedAccount`).
 *
 * @returns whether there was one
 */
export function withdrawInvitation(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  return markInvitationEnded(tx, accountId, "withdrawn", now)
}
