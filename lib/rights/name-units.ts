import "server-only"
import {
  findShutOut,
  listUnitsOf,
  lockSystem,
  markSystem,
  replaceNamedUnits,
} from "@/db/queries/rights-catalogue"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { nameUnitsInput } from "./catalogue-schema"

/**
 * Replaces the list of units named one by one. Codes that are no unit's are told by their line and left out; a list without
 * any unit, of lines that mean none, is not taken for an empty one.
 */
export const nameUnits = command({
  name: "rights.name-units",
  input: nameUnitsInput,
  allow: mayForAll("systems.manage"),
  freshness: "run",
  async run({ tx, input }) {
    const system = await lockSystem(tx, input.code)
    if (!system) return refused("not-found")
    if (system.version !== input.version) return refused("rights.system-stale")
    const lines = input.codes.map((text, at) => ({ text, line: at + 1 })).filter(({ text }) => text !== "")
    const units = await listUnitsOf(tx, [...new Set(lines.map(({ text }) => text))])
    const known = new Set(units.map(({ code }) => code))
    const bad = lines.filter(({ text }) => !known.has(text))
    if (units.length === 0 && bad.length > 0) return refused("rights.no-unit-read")
    const before = await findShutOut(tx, input.code)
    await replaceNamedUnits(
      tx,
      input.code,
      units.map(({ id }) => id),
    )
    await markSystem(tx, input.code, {})
    const after = await findShutOut(tx, input.code)
    const lost = after.people - before.people
    if (lost > 0 && !input.confirmed) return refused("rights.narrows", { left: lost })
    const detail = { system: input.code, units: units.length, unread: bad.length, lost: Math.max(0, lost) }
    return done({ units: units.length, bad: bad.slice(0, 20) }, { detail })
  },
})
