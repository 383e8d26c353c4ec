import "server-only"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { isStampedDemonstration } from "@/lib/settings/is-stamped-demonstration"
import { castCard } from "./schema"

/** The invented people of this demonstration with their passwords; not found anywhere but in a demonstration. */
export const getCast = read({
  name: "operations.cast",
  input: z.object({}),
  allow: canBeAnyone,
  async run({ db }) {
    if (!(await isStampedDemonstration(db))) return notShown()
    // The start that made the cast left its cards in the home: passwords stand nowhere in the database.
    const file = join(env.DLA_SSO_HOME, "cast-cards.json")
    if (!existsSync(file)) return notShown()
    return found(z.array(castCard).parse(JSON.parse(readFileSync(file, "utf8"))))
  },
})
