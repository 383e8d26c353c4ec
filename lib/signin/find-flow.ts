import "server-only"
import { type LoginFlow, lockLoginFlow, lockStepUpFlow } from "@/db/queries/signin-flows"
import type { Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import type { RefusalCode } from "@/lib/kernel/refusal"

/** Step: the open flow of a token, locked, or why it is not open. */
export async function lockOpenFlow(
  tx: Transaction,
  token: string,
  now: Date,
): Promise<{ readonly flow: LoginFlow } | { readonly shut: RefusalCode }> {
  const flow = await lockLoginFlow(tx, keyedHashes(keyRing(), "flow-token", token))
  const shut = flowShut(flow, now)
  return shut || !flow ? { shut: shut ?? "signin.flow-gone" } : { flow }
}

/** Step: the open step-up of a session, locked; nothing when there is none or its time is over. */
export async function lockOpenStepUp(
  tx: Transaction,
  sessionId: string,
  now: Date,
): Promise<LoginFlow | undefined> {
  const flow = await lockStepUpFlow(tx, sessionId)
  return flow && flow.expiresAt > now ? flow : undefined
}

/** Why a flow takes no code, or nothing while it does. */
export function flowShut(flow: LoginFlow | undefined, now: Date): RefusalCode | undefined {
  if (flow?.closedReason === "guesses-used") return "otp.guesses-used"
  if (!flow || flow.closedAt || flow.expiresAt <= now) return "signin.flow-gone"
  return undefined
}
