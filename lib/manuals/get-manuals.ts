import "server-only"
import { listManualVersions } from "@/db/queries/manuals"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { getManualsInput } from "./schema"
import { type ManualView, viewOf } from "./view"

/** Every published manual with all its versions, for anyone. */
export const getManuals = read({
  name: "manuals.list",
  input: getManualsInput,
  allow: canBeAnyone,
  async run({ db }) {
    const rows = await listManualVersions(db)
    const slugs = [...new Set(rows.map((row) => row.manual.slug))]
    const views = slugs.map((slug) => viewOf(rows.filter((row) => row.manual.slug === slug)))
    return found(views.filter((view): view is ManualView => view !== null))
  },
})
