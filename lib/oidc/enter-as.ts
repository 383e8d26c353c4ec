import "server-only"
import { execute } from "@/lib/kernel/execute"
import { grantFor, wayIn } from "./enter"
import { refusedAtDoor } from "./refused-at-door"
import { signInAt } from "./sign-in-at"
import type { AtDoor, Comer } from "./standing"

/**
 * Lets somebody in at the system in the name of one of his units; where a right was withdrawn at this very moment, to
 * the reasons instead.
 */
export async function enterAs(
  { asked, proof, systemCode }: AtDoor,
  { context, session, sent }: Comer,
  as: { readonly membershipId: string; readonly nationalId?: "agreed" | "withheld" | undefined },
): Promise<{ readonly leavesFor: string } | { readonly path: string }> {
  const { accountId } = session
  const grantId = await grantFor(asked, accountId, as.nationalId === "withheld" ? ["nid"] : [])
  const result = await execute(signInAt, context, { clientId: asked.clientId, grantId, ...as })
  if (!result.ok) return { path: await refusedAtDoor(context, asked, systemCode) }
  return { leavesFor: await wayIn(sent, { accountId, proof, grantId }) }
}
