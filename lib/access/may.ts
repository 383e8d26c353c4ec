import "server-only"
import type { AccountActor, Actor, DepartmentRole, Seat } from "@/lib/kernel/actor"

/** What an office may do about a unit below it. The last three need the matter to be so, see `PowerObject`. */
type Below = "always" | "never" | "caretaker" | "nobody-there" | "nearest-office"

type Power = {
  /** As SSO Admin, about one's own unit or office. */
  readonly own: boolean
  readonly below: Below
  /** Roles of the Department that may do it about any unit. */
  readonly roles: readonly DepartmentRole[]
}

/** The table "Powers" of the product page, row by row. */
const powers = {
  "memberships.manage": { own: true, below: "caretaker", roles: ["officer"] },
  "registrations.decide": { own: true, below: "nobody-there", roles: ["officer"] },
  // an office makes the order of a unit below only where nobody there can
  "orders.make": { own: true, below: "nobody-there", roles: ["officer"] },
  "orders.decide": { own: false, below: "nearest-office", roles: ["officer"] },
  "activation-codes.issue": { own: false, below: "always", roles: ["officer"] },
  "accounts.recover": { own: true, below: "always", roles: ["officer"] },
  // begun by the offices in the field; prolonged above the one that looks after the unit: the object is that office
  "caretakers.begin": { own: false, below: "always", roles: [] },
  "caretakers.renew": { own: false, below: "always", roles: ["officer"] },
  // what somebody asked for; as with registrations, an office above answers where nobody there can
  "rights.decide": { own: true, below: "nobody-there", roles: ["officer"] },
  "rights.see": { own: true, below: "always", roles: ["officer", "auditor"] },
  "unit-data.edit": { own: true, below: "never", roles: ["officer"] },
  // kind, code and names of units, and one taken up by another
  "units.change": { own: false, below: "never", roles: ["officer"] },
  "manuals.publish": { own: false, below: "never", roles: ["officer"] },
  "notices.publish": { own: false, below: "never", roles: ["officer"] },
  "closures.plan": { own: false, below: "never", roles: ["officer"] },
  "systems.see": { own: false, below: "never", roles: ["systems", "officer", "auditor"] },
  "systems.manage": { own: false, below: "never", roles: ["systems"] },
  "audit.read": { own: false, below: "never", roles: ["auditor"] },
  "why.see": { own: true, below: "always", roles: ["helpdesk"] },
  "settings.change": { own: false, below: "never", roles: ["administrator"] },
  "settings.see": { own: false, below: "never", roles: ["administrator", "auditor"] },
  "department.appoint": { own: false, below: "never", roles: ["administrator"] },
} as const satisfies Record<string, Power>

/** Everything that someone may or may not do; a closed list. */
export type Action = keyof typeof powers

/** Every action, for the test that tries each. */
export const actions = Object.keys(powers) as Action[]

/** What an action is about: a unit, and what is known of the matter there. What is not said counts as not so. */
export type PowerObject = {
  /** Materialised path of the unit. */
  readonly path: string
  /** The accounts that the request or order names: nobody decides on his own. */
  readonly concerns?: readonly string[]
  /** The acting office has been made caretaker of the unit. */
  readonly isCaretaker?: boolean
  /** No working SSO Admin of the unit can decide. */
  readonly isNobodyThere?: boolean
  /** Nobody in the nearest office above can decide but who has a part in the matter himself: it is the next office's. */
  readonly isOfficeShut?: boolean
  /** Working days that the matter has waited. */
  readonly waitedDays?: number
}

/** Path of the Department, the root of all units. */
const departmentPath = "1/"

/** After so many working days the next office may decide as well. */
const patienceDays = 3

/** The one question of powers: may this actor do this about that unit? */
export function may(actor: Actor, action: Action, object: PowerObject): boolean {
  if (actor.kind !== "account") return false
  if (object.concerns?.includes(actor.accountId)) return false
  const power: Power = powers[action]
  return hasRole(actor, power) || actor.seats.some((seat) => seatMay(seat, power, object))
}

/**
 * The coarse question of a command or read about what belongs to the Department as a whole and to no unit: the answer is
 * the same wherever the actor sits.
 */
export function mayForAll(action: Action): (actor: Actor) => actor is AccountActor {
  return (actor): actor is AccountActor => may(actor, action, { path: departmentPath })
}

function hasRole(actor: AccountActor, power: Power): boolean {
  return power.roles.some((role) => actor.roles.includes(role))
}

function seatMay(seat: Seat, power: Power, object: PowerObject): boolean {
  if (!seat.isAdmin) return false
  if (seat.path === object.path) return power.own
  // The Department acts through its five roles; only the offices in the field act by where they stand.
  const isOffice = seat.level === "district" || seat.level === "province"
  return isOffice && object.path.startsWith(seat.path) && mayBelow(seat, power.below, object)
}

function mayBelow(seat: Seat, below: Below, object: PowerObject): boolean {
  const hasWaited = (object.waitedDays ?? 0) >= patienceDays
  switch (below) {
    case "always":
      return true
    case "never":
      return false
    case "caretaker":
      return object.isCaretaker === true
    case "nobody-there":
      return object.isNobodyThere === true || hasWaited
    case "nearest-office":
      return officeAbove(object.path) === seat.path || object.isOfficeShut === true || hasWaited
  }
}

/** Path of the office directly above a unit. */
function officeAbove(path: string): string {
  return path.replace(/[^/]+\/$/, "")
}
