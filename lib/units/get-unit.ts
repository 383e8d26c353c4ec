import "server-only"
import { findUnitWithOffices } from "@/db/queries/units"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { fullCode } from "./rules"
import { getUnitInput } from "./schema"
import { ShortMemory } from "./short-memory"

const memory = new ShortMemory(5, 500)

/** One unit with its SSO Admins, and the offices above it that help meanwhile, nearest first. */
export const getUnit = read({
  name: "units.get",
  input: getUnitInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const code = fullCode(input.code)
    const { rows, asOf } = await memory.recall(code, now, async () => ({
      rows: await findUnitWithOffices(db, code, now),
      asOf: now,
    }))
    const [unit, ...offices] = rows
    return unit ? found({ unit, offices, asOf }) : notShown()
  },
})
