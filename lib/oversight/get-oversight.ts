import "server-only"
import { findCounted, listChildren, listDots, listFound } from "@/db/queries/oversight"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { dotMap, isOffice, mostDots, pageLines } from "./rules"
import { oversightInput } from "./schema"

/** How the units below an office stand: the sums, each unit or office directly below, what was found, and where they lie. */
export const getOversight = read({
  name: "oversight.office",
  input: oversightInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const office = await unitInSight(db, actor, { unitCode: input.officeCode, now })
    if (!office || !isOffice(office.kind)) return notShown()
    const [counted, children, dots, lines] = await Promise.all([
      findCounted(db, office.id),
      listChildren(db, { officeId: office.id, after: input.after, limit: pageLines + 1 }),
      input.after || input.from ? [] : listDots(db, office.path, mostDots),
      listFound(db, { path: office.path, finding: input.finding, after: input.from, limit: pageLines + 1 }),
    ])
    const above = office.path === "1/" ? undefined : office.parentId
    return found({
      office,
      counted,
      children: children.slice(0, pageLines),
      next: children.length > pageLines ? children[pageLines - 1]?.code : undefined,
      lines: lines.slice(0, pageLines),
      nextLines: lines.length > pageLines ? lines[pageLines - 1]?.path : undefined,
      map: dots.length > 1 ? dotMap(dots) : undefined,
      hasAbove: above !== undefined,
    })
  },
})
