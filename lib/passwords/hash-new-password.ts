import "server-only"
import type { Database } from "@/db/types"
import { HashingBusy, hashPassword } from "@/lib/crypto/password-hash"
import { type Refused, refused } from "@/lib/kernel/outcome"
import { judgePassword } from "./judge-password"

/**
 * Step before a transaction, for every command that sets a password: its hash, or why it may not be chosen. The form's
 * schema (`newPassword`) has judged its length.
 */
export async function hashNewPassword(
  db: Database,
  chosen: { readonly accountId: string; readonly newPassword: string; readonly now: Date },
): Promise<string | Refused> {
  const fault = await judgePassword(db, chosen.accountId, chosen.newPassword, chosen.now)
  if (fault) return refused(fault)
  try {
    return await hashPassword(chosen.newPassword)
  } catch (thrown) {
    if (thrown instanceof HashingBusy) return refused("signin.busy")
    throw thrown
  }
}
