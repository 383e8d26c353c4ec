import "server-only"
import { lockOwner } from "@/db/queries/factors"
import { deletePasskey } from "@/db/queries/passkeys"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endCodesWithLast } from "./end-codes-with-last"
import { removePasskeyInput } from "./schema"
import { tellOwner } from "./tell-owner"

/** Removes one's own passkey; with the last factor the recovery codes end, which stand in for it. */
export const removePasskey = command({
  name: "factors.remove-passkey",
  input: removePasskeyInput,
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor: { accountId, mustKeepFactor }, now, input: { id } }) {
    const owner = await lockOwner(tx, accountId)
    if (!(await deletePasskey(tx, accountId, id))) return refused("not-found")
    const isLast = await endCodesWithLast(tx, accountId)
    if (isLast && mustKeepFactor && owner?.method === "password") return refused("factors.last-needed")
    await tellOwner(tx, accountId, "passkey-removed", now)
    return done(null, { subject: id, detail: { last: isLast } })
  },
})
