import "server-only"
import { deleteSuccessor } from "@/db/queries/oversight-succession"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { successionInput } from "./schema"

/** Names nobody to take over. */
export const removeSuccessor = command({
  name: "oversight.remove-successor",
  input: successionInput,
  allow: canManageSomeUnit,
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { ...input, now })
    if (typeof unit === "string") return refused(unit)
    if (!(await deleteSuccessor(tx, unit.id))) return refused("not-found")
    return done({}, { subject: unit.id, unit: unit.id })
  },
})
