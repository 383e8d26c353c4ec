import "server-only"
import {
  findSuccessor,
  listAdminStandings,
  listCandidates,
  listOpenFindings,
} from "@/db/queries/oversight-succession"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { successionInput } from "./schema"

/** Users who are offered as successors at the most; more are found by the list of users. */
const mostCandidates = 300

/** Who is SSO Admin of a unit and until when, what was found, and who is named to take over. */
export const getSuccession = read({
  name: "oversight.succession",
  input: successionInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    if (!unit || unit.kind === "department") return notShown()
    const [admins, findings, successor, candidates] = await Promise.all([
      listAdminStandings(db, unit.id, now),
      listOpenFindings(db, unit.id),
      findSuccessor(db, unit.id),
      unit.canManage ? listCandidates(db, unit.id, now, mostCandidates) : [],
    ])
    return found({ unit, admins, findings, successor, candidates })
  },
})
