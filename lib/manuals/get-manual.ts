import "server-only"
import { listVersionsOf } from "@/db/queries/manuals"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { getManualInput } from "./schema"
import { viewOf } from "./view"

/** One manual with all its versions, for anyone. */
export const getManual = read({
  name: "manuals.get",
  input: getManualInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    const view = viewOf(await listVersionsOf(db, input.slug))
    return view ? found(view) : notShown()
  },
})
