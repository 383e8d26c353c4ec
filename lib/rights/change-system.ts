import "server-only"
import { findShutOut, lockSystem, markSystem } from "@/db/queries/rights-catalogue"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { changeSystemInput } from "./catalogue-schema"

/**
 * Changes what the Department says of a system: names, contact, state, who may use it, announcement. Where people would lose
 * what they hold it asks first, with their number.
 */
export const changeSystem = command({
  name: "rights.change-system",
  input: changeSystemInput,
  allow: mayForAll("systems.manage"),
  freshness: "run",
  async run({ tx, input }) {
    const { code, version, kinds, provinces, confirmed, ...columns } = input
    const system = await lockSystem(tx, code)
    if (!system) return refused("not-found")
    if (system.version !== version) return refused("rights.system-stale")
    const before = await findShutOut(tx, code)
    await markSystem(tx, code, {
      ...columns,
      openToKinds: kinds.length > 0 ? kinds : null,
      openToProvinces: provinces.length > 0 ? provinces : null,
    })
    const after = await findShutOut(tx, code)
    const lost = after.people - before.people
    if (lost > 0 && !confirmed) return refused("rights.narrows", { left: lost })
    return done({ lost }, { detail: { system: code, state: columns.state, lost: Math.max(0, lost) } })
  },
})
