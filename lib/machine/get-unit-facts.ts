import "server-only"
import { findDirectoryUnit } from "@/db/queries/machine"
import { found, notShown, read } from "@/lib/kernel/read"
import { unitOut } from "./list-units"
import { canUse } from "./rules"
import { unitQuery } from "./schema"

/** One unit; a former code answers with the unit that it means today. */
export const getUnitFacts = read({
  name: "machine.unit",
  input: unitQuery,
  allow: canUse("directory.read"),
  async run({ db, input }) {
    const unit = await findDirectoryUnit(db, input.code)
    return unit ? found(unitOut(unit)) : notShown()
  },
})
