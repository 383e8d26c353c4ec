import type { grants } from "@/db/schema/access"

/** State of a grant that somebody has or had. */
export type GrantState = (typeof grants.$inferSelect)["state"]

/** What can be done with a role of somebody's; `until` sets another last day. */
export const grantActs = ["grant", "until", "withdraw", "restore"] as const

/** One of them. */
export type GrantAct = (typeof grantActs)[number]

/** In which state of the grant each can be done; `none` where there is no grant, or one that was withdrawn. */
const statesAllowing = {
  grant: ["none", "lapsed"],
  until: ["active"],
  withdraw: ["active", "lapsed"],
  restore: ["suspended"],
} as const satisfies Record<GrantAct, readonly GrantStanding[]>

/** How a grant stands on a day: `lapsed` where its last day is over. */
export type GrantStanding = "none" | "active" | "lapsed" | "suspended"

type Known = { readonly state: GrantState; readonly validUntil: string | null }

/** How somebody's role stands today. */
export function standingOf(grant: Known | undefined, today: string): GrantStanding {
  if (!grant || grant.state === "withdrawn") return "none"
  if (grant.state === "suspended") return "suspended"
  return grant.validUntil !== null && grant.validUntil < today ? "lapsed" : "active"
}

/** Whether that can be done with a role that stands so. */
export function allows(act: GrantAct, standing: GrantStanding): boolean {
  const standings: readonly GrantStanding[] = statesAllowing[act]
  return standings.includes(standing)
}

/** Limits of rights; times in seconds. */
export const rightsLimits = {
  /** How long a withdrawn right can be given back by one click (product page, "States"). */
  suspension: 14 * 24 * 60 * 60,
  /** How long a request waits for an answer (product page, "Limits and defaults"). */
  requestLifetime: 30 * 24 * 60 * 60,
  /** Changes made at once; their list travels in an address. */
  changes: 40,
  people: 50,
} as const

/** What a page saw of a grant: any change since makes another of it. */
export function grantMark(
  grant: { readonly id: string; readonly state: GrantState; readonly stateChangedAt: Date } | undefined,
): string {
  if (!grant || grant.state === "withdrawn") return "none"
  return `${grant.id.slice(0, 8)}-${grant.state[0]}${grant.stateChangedAt.getTime().toString(36)}`
}

/** A change of one role of one membership. `seen` is the mark of the grant that the page showed. */
export type GrantChange = {
  readonly act: GrantAct
  readonly membershipId: string
  readonly systemRoleId: string
  readonly seen: string
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const changeText = new RegExp(
  `^(${grantActs.join("|")})~(${uuid})~(${uuid})~(none|[0-9a-f]{8}-[as][0-9a-z]{1,11})$`,
)

/** A change as an address or a form carries it. */
export function writeChange({ act, membershipId, systemRoleId, seen }: GrantChange): string {
  return [act, membershipId, systemRoleId, seen].join("~")
}

/** The change that such text means, or nothing. */
export function readChange(text: string): GrantChange | undefined {
  const [, act, membershipId = "", systemRoleId = "", seen = ""] = changeText.exec(text) ?? []
  const known = grantActs.find((one) => one === act)
  return known && { act: known, membershipId, systemRoleId, seen }
}
