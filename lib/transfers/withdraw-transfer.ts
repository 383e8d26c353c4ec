import "server-only"
import { canManageSomeUnit } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { closeWaiting } from "./close-waiting"
import { closeTransferInput } from "./schema"

/** The giving unit takes its transfer back, before the day. */
export const withdrawTransfer = command({
  name: "transfers.withdraw",
  input: closeTransferInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const closed = await closeWaiting(tx, actor, { ...input, side: "fromUnitId", state: "withdrawn", now })
    if (typeof closed === "string") return refused(closed)
    const { fromMembershipId, id } = closed.transfer
    return done({}, { subject: fromMembershipId, unit: closed.unitId, detail: { transfer: id } })
  },
})
