import "server-only"
import { deletePeriod, lockSystem, markSystem } from "@/db/queries/rights-catalogue"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { removePeriodInput } from "./catalogue-schema"

/** Takes an opening period away. */
export const removePeriod = command({
  name: "rights.remove-period",
  input: removePeriodInput,
  allow: mayForAll("systems.manage"),
  freshness: "run",
  async run({ tx, input }) {
    const system = await lockSystem(tx, input.code)
    if (!system) return refused("not-found")
    if (system.version !== input.version) return refused("rights.system-stale")
    if (!(await deletePeriod(tx, { id: input.periodId, systemCode: input.code }))) return refused("not-found")
    await markSystem(tx, input.code, {})
    return done(null, { subject: input.periodId, detail: { system: input.code } })
  },
})
