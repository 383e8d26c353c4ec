import "server-only"
import { deleteTotp, lockOwner } from "@/db/queries/factors"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endCodesWithLast } from "./end-codes-with-last"
import { removeTotpInput } from "./schema"
import { tellOwner } from "./tell-owner"

/** Removes one's own authenticator app. With the last factor the recovery codes end, which stand in for it. */
export const removeTotp = command({
  name: "factors.remove-totp",
  input: removeTotpInput,
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor: { accountId, mustKeepFactor }, now, input: { id } }) {
    const owner = await lockOwner(tx, accountId)
    if (!(await deleteTotp(tx, accountId, id))) return refused("not-found")
    const isLast = await endCodesWithLast(tx, accountId)
    if (isLast && mustKeepFactor && owner?.method === "password") return refused("factors.last-needed")
    await tellOwner(tx, accountId, "totp-removed", now)
    return done(null, { subject: id, detail: { last: isLast } })
  },
})
