import "server-only"
import { findRecoverable, findRecovery, type Recoverable } from "@/db/queries/recovery"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { recoveryTokenHashes } from "./hashes"
import { recoveryShut } from "./recovery-shut"
import { recoveryInput } from "./schema"

/**
 * How far this browser's way back has come, and what it asks for next. Until the person is proved nothing of it tells
 * whether there is such an account.
 */
export const getRecovery = read({
  name: "recovery.mine",
  input: recoveryInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const recovery = await findRecovery(db, recoveryTokenHashes(input.recovery))
    const shut = recoveryShut(recovery, now)
    if (shut || !recovery) return notShown(shut ?? "recovery.gone")
    const { proof, accountId, expiresAt } = recovery
    const account = proof && accountId ? await findRecoverable(db, { accountId }) : undefined
    return found({ asks: askedOf(account), expiresAt })
  },
})

function askedOf(proved: Recoverable | undefined): "code" | "password" | "unlock" {
  if (!proved) return "code"
  return proved.signInMethod === "thaid" ? "unlock" : "password"
}
