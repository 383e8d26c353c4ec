import { isAdminBy, isIn, standingOf } from "./model-standing"
import { treeNow, type World, type WorldCare, type WorldPerson, type WorldRequest } from "./world"

/** The questions of powers over one tree. */
export function modelOf(world: World) {
  const standing = standingOf(world)
  const { isField, adminOf, has, isOwn, officesOver, isOver, isSomebodyThere } = standing
  const careOf = (unit: string): WorldCare | undefined =>
    world.cares.find((care) => care.unit === unit && !care.isEnded)
  /** Thirty days; where it began because nobody was there, only as long as nobody is. */
  const isCareOn = ({ endsAt, reason, unit }: WorldCare) =>
    endsAt > treeNow && (reason === "head-asked" || !isSomebodyThere(unit))
  const careNow = (unit: string): WorldCare | undefined => {
    const care = careOf(unit)
    return care && isCareOn(care) ? care : undefined
  }

  const managesItself = (who: WorldPerson, unit: string) => has(who, "officer") || isOwn(who, unit)
  const caresFor = (who: WorldPerson, unit: string) => {
    const care = careNow(unit)
    return care !== undefined && officesOver(who, unit).includes(care.office)
  }
  const manages = (who: WorldPerson, unit: string) => managesItself(who, unit) || caresFor(who, unit)
  const sees = (who: WorldPerson, unit: string) =>
    has(who, "officer", "auditor") || isOwn(who, unit) || isOver(who, unit)
  /** A unit signs for its own users; where nobody can, an office above signs for it. */
  const signsFor = (who: WorldPerson, unit: string) =>
    manages(who, unit) || (isOver(who, unit) && !isSomebodyThere(unit))
  /** What somebody asked for: the unit; an office above where none but who asks is there, or after three working days. */
  const answers = (who: WorldPerson, { by, unit, hasWaited }: WorldRequest) =>
    who.id !== by &&
    (managesItself(who, unit) || (isOver(who, unit) && (hasWaited || !isSomebodyThere(unit, by))))

  const belongs = (who: WorldPerson, units: readonly string[]) =>
    who.memberships.some(({ unit, state }) => state !== "ended" && units.includes(unit))
  /** Over an account as a whole: over every unit to which it belongs, and the Department where it holds a role there. */
  const reachesAccount = (who: WorldPerson, other: WorldPerson): boolean => {
    const units = other.memberships.filter(({ state }) => state !== "ended").map(({ unit }) => unit)
    if (other.posts.some(({ isEnded }) => !isEnded)) units.push("00")
    return units.length > 0 && units.every((unit) => managesItself(who, unit) || isOver(who, unit))
  }
  /** A caretaker gives nothing to his own office's people. */
  const isOwnPeople = (who: WorldPerson, unit: string, other: WorldPerson) =>
    !managesItself(who, unit) && belongs(other, adminOf(who))

  return {
    ...standing,
    careOf,
    careNow,
    manages,
    sees,
    signsFor,
    answers,
    reachesAccount,
    isOwnPeople,
    /** A code for a unit: the offices above it, and the Department's officers. */
    issuesFor: (who: WorldPerson, unit: string) =>
      unit !== "00" && (has(who, "officer") || isOver(who, unit)),
    issuesSome: (who: WorldPerson) => has(who, "officer") || adminOf(who).some(isField),
    managesSome: (who: WorldPerson) => has(who, "officer") || adminOf(who).length > 0,
    seesSome: (who: WorldPerson) => has(who, "officer", "auditor") || adminOf(who).length > 0,
    explainsTo: (who: WorldPerson, unit: string) =>
      has(who, "helpdesk") || isOwn(who, unit) || isOver(who, unit),
    /** Nobody is SSO Admin there whose account is open; one whose powers are held comes back by himself. */
    isEmpty: (unit: string) =>
      !world.people.some(
        (one) => isIn(one) && one.memberships.some((seat) => seat.unit === unit && isAdminBy(seat)),
      ),
  }
}

/** Those questions. */
export type Model = ReturnType<typeof modelOf>
