import "server-only"
import { lockRequest, markRequest } from "@/db/queries/rights-requests"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { ownRequestInput } from "./schema"

/** Takes back a request of one's own that nobody has answered. */
export const withdrawRequest = command({
  name: "rights.withdraw-request",
  input: ownRequestInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    const request = await lockRequest(tx, input.requestId)
    if (request?.accountId !== actor.accountId) return refused("not-found")
    if (request.state !== "waiting") return refused("rights.request-gone")
    await markRequest(tx, request.id, { state: "withdrawn", by: actor.accountId, now, answer: "" })
    return done(null, { subject: request.id, unit: request.unitId })
  },
})
