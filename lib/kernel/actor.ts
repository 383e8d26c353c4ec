/** Roles of the Department's own people (product page, "Powers"). An auditor holds no other role. */
export const departmentRoles = ["officer", "auditor", "systems", "helpdesk", "administrator"] as const

/** One of the Department's five roles. */
export type DepartmentRole = (typeof departmentRoles)[number]

/** Where a unit stands in the tree Department → province → district → local organisation. */
export type UnitLevel = "department" | "province" | "district" | "local"

/** A membership of the acting person: in which unit, and whether he is its SSO Admin today. */
export type Seat = {
  readonly membershipId: string
  readonly unitId: string
  /** Materialised path of the unit, e.g. `1/37/512/`; a unit's subtree is every path that starts with it. */
  readonly path: string
  readonly level: UnitLevel
  readonly isAdmin: boolean
}

/** A browser that has not signed in, possibly one that is in the middle of signing in. */
export type Visitor = { readonly kind: "visitor" }

/** A signed-in person with the powers that the database gives him at this request. */
export type AccountActor = {
  readonly kind: "account"
  readonly accountId: string
  readonly sessionId: string
  /** How sure the sign-in was (`lib/sessions/rules.ts`, `assurances`). */
  readonly acr?: string
  /** The same of the last step-up, where there was one. */
  readonly stepUpAcr?: string
  /** When the person last proved who he is, by sign-in or step-up. Absent: never surely enough. */
  readonly steppedUpAt?: Date
  /** Until when a run of decisions goes on without a new proof. */
  readonly runUntil?: Date
  readonly seats: readonly Seat[]
  readonly roles: readonly DepartmentRole[]
  /** The password has to be changed first; until then this is a visitor to all but what says otherwise. */
  readonly mustChangePassword?: boolean
  /** Administrative power that wants a strong factor: the last one can't be given up. */
  readonly mustKeepFactor?: boolean
}

/** The portal itself: a job, an installer, a seed. */
export type SystemActor = { readonly kind: "system"; readonly name: string }

/** A connected system's own program, which proved itself at the OpenID Provider; no person stands behind it. */
export type ClientActor = {
  readonly kind: "client"
  readonly clientId: string
  /** The system that it is a program of: it learns of no other. */
  readonly systemCode: string
  /** Under which name persons are known there; null for the portal's own. */
  readonly sector: string | null
  readonly scopes: readonly string[]
}

/** Who asks for something to be done. */
export type Actor = Visitor | AccountActor | SystemActor | ClientActor

export const visitor: Visitor = { kind: "visitor" }

/** Anyone at all, for what the public may do. */
export function canBeAnyone(_actor: Actor): _actor is Actor {
  return true
}

/** Whom a command or read has before it: who must change his password first is nobody to most of them. */
export function seenAs(actor: Actor, isOpen: boolean): Actor {
  return actor.kind === "account" && actor.mustChangePassword && !isOpen ? visitor : actor
}

/** Signed in, whoever it is. */
export function canBeAccount(actor: Actor): actor is AccountActor {
  return actor.kind === "account"
}
