import "server-only"
import { lockMethod } from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { mustUseThaid } from "./thaid-duty"

/** Step: why an account can't change to a way to sign in; its row is held meanwhile. */
export async function heldBack(
  tx: Transaction,
  accountId: string,
  to: "thaid" | "password",
  now: Date,
): Promise<RefusalCode | undefined> {
  const current = await lockMethod(tx, accountId)
  if (!current || current.method === to) return "signin.method-unchanged"
  if (to === "thaid") return undefined
  if (!current.hasPassword) return "signin.method-no-password"
  return (await mustUseThaid(tx, accountId, now)) ? "signin.thaid-required" : undefined
}
