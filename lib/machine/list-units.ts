import "server-only"
import { type DirectoryUnit, listDirectory } from "@/db/queries/machine"
import { found, read } from "@/lib/kernel/read"
import { canUse, overlap } from "./rules"
import { unitsQuery } from "./schema"

/** A unit as it goes out. */
export function unitOut({ node: _node, changedAt, ...facts }: DirectoryUnit) {
  return { ...facts, changedAt: new Date(changedAt).toISOString() }
}

/** Units page by page; a unit keeps its place though its code changes, so that none is left out meanwhile. */
export const listUnits = read({
  name: "machine.units",
  input: unitsQuery,
  allow: canUse("directory.read"),
  async run({ db, now, input }) {
    const { province, district, kind, changedSince, after, limit } = input
    const rows = await listDirectory(db, { province, district, kind, changedSince, after, limit: limit + 1 })
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return found({
      units: page.map(unitOut),
      next: last ? String(last.node) : null,
      asOf: new Date(now.getTime() - overlap * 1000).toISOString(),
    })
  },
})
