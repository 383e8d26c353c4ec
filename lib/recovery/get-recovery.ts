import "server-only"
import { findRecovery } from "@/db/queries/recovery"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { recoveryTokenHashes } from "./hashes"
import { recoveryShut } from "./recovery-shut"
import { recoveryInput } from "./schema"

/** How far this browser's way back has come; nothing that would tell whether there is such an account. */
export const getRecovery = read({
  name: "recovery.mine",
  input: recoveryInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const recovery = await findRecovery(db, recoveryTokenHashes(input.recovery))
    const shut = recoveryShut(recovery, now)
    if (shut || !recovery) return notShown(shut ?? "recovery.gone")
    const { proof, expiresAt, guessesLeft } = recovery
    return found({ proof, expiresAt, guessesLeft })
  },
})
