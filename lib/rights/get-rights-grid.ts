import "server-only"
import { listGridGrants, listRightsPeople } from "@/db/queries/rights-grid"
import { findAnswerTime, listWaitingBelow, listWaitingIn } from "@/db/queries/rights-requests"
import type { Database } from "@/db/types"
import { canSeeSomeUnit, type UnitInSight, unitInSight } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import type { AccountActor } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { type OfferedSystem, systemsOfUnit } from "@/lib/systems/systems-of-unit"
import { requestPower } from "./request-power"
import { rightsLimits } from "./rules"
import { gridInput } from "./schema"

const day = 24 * 60 * 60 * 1000
/** Of which answers the usual time is told. */
const measured = { days: 180, last: 20 } as const

/** The rights of a unit's people in one system or one kind of system, a page of fifty, with the requests that wait. */
export const getRightsGrid = read({
  name: "rights.grid",
  input: gridInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    if (!unit) return notShown()
    const [systems, people, requests] = await Promise.all([
      systemsOfUnit(db, unit.id),
      listRightsPeople(db, {
        unitId: unit.id,
        words: input.q,
        after: input.after,
        limit: rightsLimits.people + 1,
      }),
      requestsOf(db, actor, unit, now),
    ])
    const chosen = chosenOf(systems, input.system)
    const shown = people.slice(0, rightsLimits.people)
    const grants = await listGridGrants(db, {
      membershipIds: shown.map(({ membershipId }) => membershipId),
      roleIds: chosen.systems.flatMap(({ roles }) => roles.map(({ id }) => id)),
    })
    const { code, nameTh, nameEn, canManage, isCaretaker } = unit
    return found({
      unit: { code, nameTh, nameEn, canManage, isCaretaker },
      systems,
      chosen,
      people: shown.map((person) => ({ ...person, isSelf: person.accountId === actor.accountId })),
      next: people.length > shown.length ? (shown.at(-1)?.membershipId ?? null) : null,
      grants,
      today: bangkokDay(now),
      ...requests,
    })
  },
})

/** What the grid shows. */
export type RightsGrid = Extract<Awaited<ReturnType<typeof getRightsGrid.run>>, { ok: true }>["value"]

/** The systems meant by a code or a kind; the first that the unit may use where neither is meant. */
function chosenOf(systems: readonly OfferedSystem[], wanted: string) {
  const one = systems.find(({ code }) => code === wanted)
  if (one) return { key: wanted, systems: [one] }
  const ofKind = systems.filter(({ category, bar }) => category === wanted && !bar)
  if (ofKind.length > 0) return { key: wanted, systems: ofKind }
  const first = systems.find(({ bar }) => !bar)
  return { key: first?.code ?? "", systems: first ? [first] : [] }
}

async function requestsOf(db: Database, actor: AccountActor, unit: UnitInSight, now: Date) {
  const isOwnOffice = actor.seats.some(({ isAdmin, unitId }) => isAdmin && unitId === unit.id)
  const isOffice = isOwnOffice || (unit.kind === "department" && actor.roles.includes("officer"))
  const [here, below, answerTime, mayAnswer] = await Promise.all([
    listWaitingIn(db, unit.id, now),
    isOffice && ["district_office", "provincial_office", "department"].includes(unit.kind)
      ? listWaitingBelow(db, unit.path, now)
      : [],
    answerTimeOf(db, unit.id, now),
    requestPower(db, actor, now),
  ])
  return {
    answerTime,
    requests: here.map((request) => ({ ...request, canAnswer: mayAnswer(request, unit) })),
    // an officer may answer every request there is: his list shows what nobody nearer can
    below: below.filter(
      (request) => mayAnswer(request) && (unit.kind !== "department" || !request.isSomebodyThere),
    ),
  }
}

/** How long this unit's last answers took, in the middle; nothing where there were none. */
export function answerTimeOf(db: Database, unitId: string, now: Date) {
  const since = new Date(now.getTime() - measured.days * day)
  return findAnswerTime(db, { unitId, since, last: measured.last })
}
