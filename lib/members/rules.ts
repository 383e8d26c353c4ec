import type { staffKinds } from "@/lib/orders/rules"

/** Users on a page of the list. */
export const usersPerPage = 50

/** Who was not seen for so many days is worth asking after; sessions are kept as long. */
export const unseenDays = 90

/** How somebody stands in a unit, by which the list is filtered; `ended` is listed only when asked for. */
export const standings = [
  "active",
  "invited",
  "suspended",
  "account-suspended",
  "account-locked",
  "account-closed",
  "not-begun",
  "over",
  "ended",
] as const

/** One of them. */
export type Standing = (typeof standings)[number]

/** Whether a text holds thirteen digits, of either kind and however they are set apart. */
export function hasLongNumber(typed: string): boolean {
  return /(?:[0-9๐-๙][\s\p{Cf}\-–—.]*){13}/u.test(typed)
}

/** What kind of staff a member of a unit is. */
export type StaffKind = (typeof staffKinds)[number]

/** Events that the page of a user shows. */
export const shownEvents = 50

/** Limits of what a unit offers; times in seconds. */
export const offerLimits = {
  /** How long an offer waits for its owner; as long as the invitation that goes with it. */
  lifetime: 14 * 24 * 60 * 60,
  /** How long after one mail the next may be sent. */
  between: 10 * 60,
} as const

type MembershipState = "active" | "suspended" | "ended"

/** In which states of a membership what can be done with it. */
const statesAllowing = {
  edit: ["active", "suspended"],
  suspend: ["active"],
  restore: ["suspended"],
  end: ["active", "suspended"],
} as const satisfies Record<string, readonly MembershipState[]>

/** Whether a membership in this state lets that be done. */
export function allows(act: keyof typeof statesAllowing, state: MembershipState): boolean {
  const states: readonly MembershipState[] = statesAllowing[act]
  return states.includes(state)
}

/** What is asked on a page of its own before it is done with a user or his account. */
export const askedActs = ["suspend", "end", "leave", "suspend-account", "close-account"] as const

/** One of them. */
export type AskedAct = (typeof askedActs)[number]
