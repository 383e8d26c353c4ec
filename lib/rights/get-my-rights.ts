import "server-only"
import { listGridGrants } from "@/db/queries/rights-grid"
import { listOwnRequests } from "@/db/queries/rights-requests"
import { bangkokDay } from "@/lib/i18n/dates"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { type OfferedSystem, systemsOfUnit } from "@/lib/systems/systems-of-unit"
import { answerTimeOf } from "./get-rights-grid"
import { standingOf } from "./rules"
import { myRightsInput, ownSystemInput } from "./schema"

const day = 24 * 60 * 60 * 1000

/** What one may ask for: the systems of each of one's units with what one holds there, and one's own requests. */
export const getMyRights = read({
  name: "rights.mine",
  input: myRightsInput,
  allow: canBeAccount,
  async run({ db, actor, now }) {
    const membershipIds = actor.seats.map(({ membershipId }) => membershipId)
    const requests = await listOwnRequests(db, { membershipIds, since: new Date(now.getTime() - 30 * day) })
    const seats = await Promise.all(
      actor.seats.map(async ({ membershipId, unitId }) => {
        const systems = (await systemsOfUnit(db, unitId)).filter(({ bar }) => !bar)
        const [held, answerTime] = await Promise.all([
          heldOf(db, membershipId, systems, now),
          answerTimeOf(db, unitId, now),
        ])
        const offered = systems.map((system) => ({
          ...system,
          roles: standings(system, held, requests, membershipId),
        }))
        return { membershipId, answerTime, systems: offered }
      }),
    )
    return found({ seats, requests })
  },
})

/** One system of one of one's units: the roles that can be asked for. */
export const getAskable = read({
  name: "rights.askable",
  input: ownSystemInput,
  allow: canBeAccount,
  async run({ db, actor, now, input }) {
    const seat = actor.seats.find(({ membershipId }) => membershipId === input.membershipId)
    if (!seat) return notShown()
    const system = (await systemsOfUnit(db, seat.unitId)).find(
      ({ code, bar }) => code === input.system && !bar,
    )
    if (!system) return notShown()
    const membershipIds = [seat.membershipId]
    const [held, requests, answerTime] = await Promise.all([
      heldOf(db, seat.membershipId, [system], now),
      listOwnRequests(db, { membershipIds, since: now }),
      answerTimeOf(db, seat.unitId, now),
    ])
    return found({
      ...system,
      answerTime,
      unitId: seat.unitId,
      roles: standings(system, held, requests, seat.membershipId),
    })
  },
})

/** What is held today or can still be given back, by role. */
async function heldOf(
  db: Parameters<typeof listGridGrants>[0],
  membershipId: string,
  systems: readonly OfferedSystem[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const roleIds = systems.flatMap(({ roles }) => roles.map(({ id }) => id))
  const grants = await listGridGrants(db, { membershipIds: [membershipId], roleIds })
  const today = bangkokDay(now)
  const held = grants.filter((grant) => ["active", "suspended"].includes(standingOf(grant, today)))
  return new Set(held.map(({ systemRoleId }) => systemRoleId))
}

function standings(
  { roles }: OfferedSystem,
  held: ReadonlySet<string>,
  requests: readonly { membershipId: string; systemRoleId: string; state: string }[],
  membershipId: string,
) {
  const waits = (id: string) =>
    requests.some(
      (one) => one.systemRoleId === id && one.membershipId === membershipId && one.state === "waiting",
    )
  return roles.map((role) => ({
    ...role,
    standing: held.has(role.id)
      ? ("held" as const)
      : waits(role.id)
        ? ("waiting" as const)
        : ("free" as const),
  }))
}
