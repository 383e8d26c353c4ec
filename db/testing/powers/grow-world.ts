import { type Chance, chanceOf } from "@/db/factories/chance"
import { departmentRoles } from "@/lib/kernel/actor"
import { growMatters } from "./grow-matters"
import { codesOf, idBy, isLikely } from "./tree-chance"
import {
  dateOff,
  daysOff,
  type World,
  type WorldAppointment,
  type WorldMembership,
  type WorldPerson,
  type WorldUnit,
} from "./world"

/** Grows a tree by chance: the same for the same seed. */
export function growWorld(seed: number): World {
  const chance = chanceOf(seed)
  const units = growUnits(chance)
  const people = growPeople(chance, units)
  return { seed, units, people, ...growMatters(chance, units, people) }
}

/** Two provinces with districts, local units below both. Numbers that begin with one another stand side by side. */
function growUnits(chance: Chance): WorldUnit[] {
  const nodes = Array.from({ length: 39 }, (_, at) => at + 2)
  const units: WorldUnit[] = []
  const add = (code: string, kind: WorldUnit["kind"], above: string | null) => {
    const [node] = above === null ? [1] : nodes.splice(Math.floor(chance.below(nodes.length)), 1)
    units.push({ id: idBy(chance), node: node ?? 0, code, kind, above })
  }
  add("00", "department", null)
  for (const province of ["36", "40"]) {
    add(province, "provincial_office", "00")
    add(`02${province}0101`, "pao", province)
    const districts = 1 + Math.floor(chance.below(2))
    for (let district = 1; district <= districts; district += 1) {
      const code = `${province}0${district}`
      add(code, "district_office", province)
      const locals = 1 + Math.floor(chance.below(3))
      for (let local = 1; local <= locals; local += 1) add(`06${code}0${local}`, "sao", code)
    }
  }
  return units
}

/** Somebody for each unit, most of them its SSO Admin, and people by chance; the Department's own people besides. */
function growPeople(chance: Chance, units: readonly WorldUnit[]): WorldPerson[] {
  const people: WorldPerson[] = []
  const add = (memberships: WorldMembership[], posts: WorldPerson["posts"] = []) => {
    const serial = String(people.length).padStart(3, "0")
    people.push({ ...growAccount(chance), nationalId: nationalIdOf(serial), memberships, posts })
  }
  for (const unit of units) {
    if (isLikely(chance, 70)) add([member(chance, unit.code, 85), ...others(chance, units, unit.code, 25)])
    if (isLikely(chance, 50)) add([member(chance, unit.code, 30), ...others(chance, units, unit.code, 35)])
  }
  for (const role of departmentRoles) {
    add(isLikely(chance, 40) ? [member(chance, chance.one(codesOf(units)), 40)] : [], [
      { role, isEnded: isLikely(chance, 12) },
    ])
  }
  const [first, second] = [
    chance.one(["officer", "systems"] as const),
    chance.one(["helpdesk", "administrator"] as const),
  ]
  add([], [{ role: "systems", isEnded: false }])
  add(
    [],
    [
      { role: first, isEnded: isLikely(chance, 20) },
      { role: second, isEnded: false },
    ],
  )
  return people
}

function others(
  chance: Chance,
  units: readonly WorldUnit[],
  but: string,
  percent: number,
): WorldMembership[] {
  const codes = [but]
  const made: WorldMembership[] = []
  while (codes.length < 3 && isLikely(chance, percent)) {
    const code = chance.one(codesOf(units))
    if (codes.includes(code)) continue
    codes.push(code)
    made.push(member(chance, code, 50))
  }
  return made
}

function growAccount(chance: Chance) {
  const isOpen = isLikely(chance, 86)
  const states = ["suspended", "suspended", "locked", "closed", "invited"] as const
  const isHeld = isLikely(chance, 12)
  return {
    id: idBy(chance),
    personId: idBy(chance),
    state: isOpen ? ("active" as const) : chance.one(states),
    heldUntil: isHeld ? daysOff(chance.one([2, 2, -2])) : null,
    signedInBy: isLikely(chance, 25) ? ("thaid" as const) : ("mail" as const),
  }
}

function nationalIdOf(serial: string): string {
  const twelve = `199900000${serial}`
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return `${twelve}${(11 - (sum % 11)) % 10}`
}

/** @param percent how often he is or was SSO Admin */
function member(chance: Chance, unit: string, percent: number): WorldMembership {
  const state = isLikely(chance, 80) ? ("active" as const) : chance.one(["suspended", "ended"] as const)
  const from = state !== "ended" && isLikely(chance, 10) ? dateOff(5) : dateOff(-300)
  const until =
    from > dateOff(0)
      ? null
      : chance.one([null, null, null, null, null, dateOff(40), dateOff(0), dateOff(-20)])
  const grant = isLikely(chance, 40)
    ? {
        id: idBy(chance),
        state: chance.one(["active", "active", "suspended"] as const),
        until: chance.one([null, null, dateOff(30), dateOff(0), dateOff(-3)]),
      }
    : null
  const appointment = isLikely(chance, percent) ? appoint(chance) : null
  return { id: idBy(chance), unit, state, from, until, appointment, grant: state === "ended" ? null : grant }
}

function appoint(chance: Chance): WorldAppointment {
  return {
    from: isLikely(chance, 8) ? dateOff(3) : dateOff(-200),
    until: chance.one([null, null, null, null, null, dateOff(100), dateOff(0), dateOff(-9)]),
    isEnded: isLikely(chance, 10),
  }
}
