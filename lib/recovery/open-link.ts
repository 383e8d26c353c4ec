import "server-only"
import { lockRecovery } from "@/db/queries/recovery"
import { markLinkOpened } from "@/db/queries/recovery-assisted"
import { randomToken } from "@/lib/crypto/random"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { linkHashes, recoveryTokenHash } from "./hashes"
import { recoveryShut } from "./recovery-shut"
import { recoveryLimits } from "./rules"
import { openLinkInput } from "./schema"

/**
 * The owner opens the link that people in charge had mailed: it is used up, and his browser alone goes on to set a
 * password.
 */
export const openLink = command({
  name: "recovery.link",
  input: openLinkInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const recovery = await lockRecovery(tx, linkHashes(input.link))
    if (recoveryShut(recovery, now) || !recovery?.accountId || recovery.proof)
      return refused("recovery.link-gone")
    const token = randomToken()
    const expiresAt = new Date(now.getTime() + recoveryLimits.settingTime * 1000)
    await markLinkOpened(tx, recovery.id, { tokenHash: recoveryTokenHash(token), expiresAt })
    return done({ recovery: token }, { account: recovery.accountId, subject: recovery.accountId })
  },
})
