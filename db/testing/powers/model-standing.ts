import type { DepartmentRole } from "@/lib/kernel/actor"
import { treeNow, treeToday, type World, type WorldMembership, type WorldPerson } from "./world"

// The page "Powers" of the product, read once more: over the units and people of a tree as they stand in memory, by walking
// from a unit up to the Department. Nothing here is taken from what it is to be held against: no SQL, no paths, no `may`.

const fieldKinds = ["provincial_office", "district_office"]
const isDay = (from: string, until: string | null) =>
  from <= treeToday && (until === null || until >= treeToday)

/** Belongs to the unit today: neither suspended nor ended, within its days. */
export const isInForce = ({ state, from, until }: WorldMembership): boolean =>
  state === "active" && isDay(from, until)

/** Is SSO Admin of the unit today: a membership in force, and an appointment in force. */
export const isAdminBy = (one: WorldMembership): boolean =>
  isInForce(one) &&
  one.appointment !== null &&
  !one.appointment.isEnded &&
  isDay(one.appointment.from, one.appointment.until)

const isHeld = ({ heldUntil }: WorldPerson) => heldUntil !== null && heldUntil > treeNow

/** Gets in at all. */
export const isIn = ({ state }: WorldPerson): boolean => state === "active"

/** Powers are held for a while after a recovery, but for whom ThaiID proves. */
const hasPowers = (person: WorldPerson) => isIn(person) && (!isHeld(person) || person.signedInBy === "thaid")

/** Where units and people of one tree stand. */
export function standingOf(world: World) {
  const above = new Map(world.units.map((unit) => [unit.code, unit.above]))
  const kindOf = new Map(world.units.map((unit) => [unit.code, unit.kind as string]))
  const isField = (code: string) => fieldKinds.includes(kindOf.get(code) ?? "")

  /** Whether a unit stands somewhere above another. */
  function isAbove(upper: string, lower: string): boolean {
    for (let at = above.get(lower) ?? null; at !== null; at = above.get(at) ?? null)
      if (at === upper) return true
    return false
  }

  /** The units of which somebody is SSO Admin, with his powers. */
  const adminOf = (who: WorldPerson): string[] =>
    hasPowers(who) ? who.memberships.filter(isAdminBy).map(({ unit }) => unit) : []
  const has = (who: WorldPerson, ...roles: DepartmentRole[]): boolean =>
    hasPowers(who) && who.posts.some(({ role, isEnded }) => !isEnded && roles.includes(role))
  const isOwn = (who: WorldPerson, unit: string) => adminOf(who).includes(unit)
  /** The offices above a unit in which somebody is SSO Admin. The Department's own seat is none: it acts by its roles. */
  const officesOver = (who: WorldPerson, unit: string) =>
    adminOf(who).filter((office) => isField(office) && isAbove(office, unit))
  const isOver = (who: WorldPerson, unit: string) => officesOver(who, unit).length > 0

  /** Whether anybody is there who can work, other than somebody. */
  const isSomebodyThere = (unit: string, but?: string): boolean =>
    world.people.some(
      (one) =>
        one.id !== but &&
        isIn(one) &&
        !isHeld(one) &&
        one.memberships.some((seat) => seat.unit === unit && isAdminBy(seat)),
    )

  return { isField, isAbove, adminOf, has, isOwn, officesOver, isOver, isSomebodyThere }
}
