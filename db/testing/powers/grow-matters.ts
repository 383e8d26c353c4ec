import type { Chance } from "@/db/factories/chance"
import { codesOf, idBy, isLikely } from "./tree-chance"
import {
  daysOff,
  type World,
  type WorldBatch,
  type WorldCare,
  type WorldOffer,
  type WorldPerson,
  type WorldRequest,
  type WorldTransfer,
  type WorldUnit,
} from "./world"

type Matters = Pick<World, "cares" | "offers" | "batches" | "requests" | "transfers" | "successors">

/** What happens in a tree: who looks after which unit, what waits where. */
export function growMatters(
  chance: Chance,
  units: readonly WorldUnit[],
  people: readonly WorldPerson[],
): Matters {
  const states: readonly WorldBatch["state"][] = ["judged", "applying", "applied", "undoing"]
  return {
    cares: units.flatMap((unit) => growCare(chance, units, unit)),
    offers: growOffers(chance, units, people),
    batches: units.flatMap(({ code }) =>
      states
        .filter(() => isLikely(chance, 50))
        .map((state) => ({ id: idBy(chance), row: idBy(chance), unit: code, state })),
    ),
    requests: growRequests(chance, people),
    transfers: growTransfers(chance, units, people),
    successors: units.flatMap(({ code }) => {
      const of = people.flatMap(({ memberships }) => memberships).find(({ unit }) => unit === code)
      return of && isLikely(chance, 40) ? [{ unit: code, membership: of.id }] : []
    }),
  }
}

function growCare(chance: Chance, units: readonly WorldUnit[], unit: WorldUnit): WorldCare[] {
  const offices: string[] = []
  for (let code = unit.above; code !== null; code = units.find((one) => one.code === code)?.above ?? null)
    if (code !== "00") offices.push(code)
  const [nearest, ...further] = offices
  if (!nearest || isLikely(chance, 45)) return []
  return [
    {
      unit: unit.code,
      office: chance.one([nearest, nearest, ...further]),
      reason: chance.one(["nobody-there", "head-asked"] as const),
      endsAt: daysOff(chance.one([20, 20, 20, -1])),
      isEnded: isLikely(chance, 12),
      isRenewed: isLikely(chance, 25),
    },
  ]
}

/** One for somebody by unit, who does not belong to it. */
function growOffers(
  chance: Chance,
  units: readonly WorldUnit[],
  people: readonly WorldPerson[],
): WorldOffer[] {
  return units.flatMap(({ code }) => {
    const free = people.filter(
      ({ state, memberships }) => state !== "closed" && !memberships.some(({ unit }) => unit === code),
    )
    const to = free[Math.floor(chance.below(free.length))]
    return to && code !== "00" && isLikely(chance, 60) ? [{ id: idBy(chance), unit: code, to: to.id }] : []
  })
}

function growRequests(chance: Chance, people: readonly WorldPerson[]): WorldRequest[] {
  return people.flatMap((person) =>
    person.memberships
      .filter(({ state }) => state !== "ended" && isLikely(chance, 45))
      .map(({ id, unit }) => ({
        id: idBy(chance),
        unit,
        membership: id,
        by: person.id,
        hasWaited: isLikely(chance, 35),
      })),
  )
}

function growTransfers(
  chance: Chance,
  units: readonly WorldUnit[],
  people: readonly WorldPerson[],
): WorldTransfer[] {
  const [first] = people
  if (!first) return []
  return people.flatMap((person) =>
    person.memberships
      .filter(({ state, unit }) => state === "active" && unit !== "00" && isLikely(chance, 30))
      .flatMap((membership) => {
        const to = chance.one(codesOf(units))
        if (to === "00" || to === membership.unit) return []
        // now and then somebody who sits in both units: he signs for one of them only
        const isBoth = isLikely(chance, 40)
        const others = people.filter(
          ({ id, memberships }) =>
            id !== person.id && (!isBoth || memberships.some(({ unit }) => unit === to)),
        )
        const opener = others[Math.floor(chance.below(others.length))] ?? first
        const at = { membership: membership.id, from: membership.unit, to, openedBy: opener.id }
        return [{ id: idBy(chance), of: person.id, ...at }]
      }),
  )
}
