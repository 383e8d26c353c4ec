import "server-only"
import { z } from "zod"
import { findFactorStanding, lockOwner } from "@/db/queries/factors"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { issueRecoveryCodes } from "./recovery-codes"
import { tellOwner } from "./tell-owner"

/** Makes new recovery codes, told this once; those before are worth nothing. */
export const renewRecoveryCodes = command({
  name: "factors.renew-recovery-codes",
  input: z.object({}),
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor: { accountId }, now }) {
    await lockOwner(tx, accountId)
    const { hasTotp, hasPasskey } = await findFactorStanding(tx, accountId)
    if (!(hasTotp || hasPasskey)) return refused("factors.none")
    const codes = await issueRecoveryCodes(tx, accountId, now)
    await tellOwner(tx, accountId, "recovery-codes-made", now)
    return done({ codes }, { subject: accountId })
  },
})
