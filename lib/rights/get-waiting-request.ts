import "server-only"
import { findWaiting } from "@/db/queries/rights-requests"
import { canManageSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { requestPower } from "./request-power"
import { waitingRequestInput } from "./schema"

/** One request that waits in a unit, for who may answer it. */
export const getWaitingRequest = read({
  name: "rights.request",
  input: waitingRequestInput,
  allow: canManageSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    const request = await findWaiting(db, input.requestId, now)
    if (!unit || request?.unitCode !== unit.code) return notShown()
    const mayAnswer = await requestPower(db, actor, now)
    return mayAnswer(request, unit) ? found(request) : notShown()
  },
})
