import type { DepartmentRole } from "@/lib/kernel/actor"

/** When everything of a random tree happens: a Wednesday morning in Bangkok, and that day. */
export const treeNow = new Date("2026-11-18T02:00:00Z")

/** The date in Bangkok at that moment. */
export const treeToday = "2026-11-18"

const day = 24 * 60 * 60_000

/** So many days later than then, or earlier. */
export const daysOff = (days: number) => new Date(treeNow.getTime() + days * day)

/** The same as a date. */
export const dateOff = (days: number) => daysOff(days).toISOString().slice(0, 10)

/** A unit of a tree, named by its code. `node` is its number within paths. */
export type WorldUnit = {
  readonly id: string
  readonly node: number
  readonly code: string
  readonly kind: "department" | "provincial_office" | "district_office" | "pao" | "sao"
  readonly above: string | null
}

/** An appointment as SSO Admin. */
export type WorldAppointment = {
  readonly from: string
  readonly until: string | null
  readonly isEnded: boolean
}

/** A right that somebody holds with a membership, in the role `viewer`. */
export type WorldGrant = {
  readonly id: string
  readonly state: "active" | "suspended"
  readonly until: string | null
}

/** Somebody in a unit. */
export type WorldMembership = {
  readonly id: string
  readonly unit: string
  readonly state: "active" | "suspended" | "ended"
  readonly from: string
  readonly until: string | null
  readonly appointment: WorldAppointment | null
  readonly grant: WorldGrant | null
}

/** A person with his account; its session goes on, whatever became of the account. */
export type WorldPerson = {
  readonly id: string
  readonly personId: string
  readonly nationalId: string
  readonly state: "active" | "suspended" | "locked" | "closed" | "invited"
  readonly heldUntil: Date | null
  readonly signedInBy: "mail" | "thaid"
  readonly memberships: readonly WorldMembership[]
  readonly posts: readonly { readonly role: DepartmentRole; readonly isEnded: boolean }[]
}

/** An office that looks or looked after a unit. */
export type WorldCare = {
  readonly unit: string
  readonly office: string
  readonly reason: "nobody-there" | "head-asked"
  readonly endsAt: Date
  readonly isEnded: boolean
  readonly isRenewed: boolean
}

/** What waits in a unit: an offer to a person, a workbook, a request for a right, a move to another unit. */
export type WorldOffer = { readonly id: string; readonly unit: string; readonly to: string }

export type WorldBatch = {
  readonly id: string
  readonly row: string
  readonly unit: string
  readonly state: "judged" | "applying" | "applied" | "undoing"
}

export type WorldRequest = {
  readonly id: string
  readonly unit: string
  readonly membership: string
  readonly by: string
  readonly hasWaited: boolean
}

export type WorldTransfer = {
  readonly id: string
  readonly of: string
  readonly membership: string
  readonly from: string
  readonly to: string
  readonly openedBy: string
}

/** A tree with all that happens in it. Everything is named by ids and codes, so that it can be printed. */
export type World = {
  readonly seed: number
  readonly units: readonly WorldUnit[]
  readonly people: readonly WorldPerson[]
  readonly cares: readonly WorldCare[]
  readonly offers: readonly WorldOffer[]
  readonly batches: readonly WorldBatch[]
  readonly requests: readonly WorldRequest[]
  readonly transfers: readonly WorldTransfer[]
  /** The membership that is to take over, by unit. */
  readonly successors: readonly { readonly unit: string; readonly membership: string }[]
}

/** The one system of a tree, open to all units, and the ids of its roles. */
export const treeSystem = {
  code: "TREE",
  viewer: "00000000-0000-4000-8000-00000000a001",
  reader: "00000000-0000-4000-8000-00000000a002",
  asked: "00000000-0000-4000-8000-00000000a003",
} as const
