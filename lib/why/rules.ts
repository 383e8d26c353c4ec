import type { WhyAccount, WhyGrant, WhySeat, WhySystem } from "@/db/queries/why"
import { type OpeningPeriod, openingFor, unitBar } from "@/lib/systems/rules"

/** Who can mend what is not so; `nobody` where nothing has to be mended. */
export type Fixer = "self" | "admin" | "office" | "department" | "time" | "nobody"

/** A rule, how the facts stand to it, and who can mend it. `fact` names a sentence; its dates and names come along. */
export type WhyStep = {
  readonly rule: "account" | "membership" | "unit" | "system" | "period" | "role"
  readonly isMet: boolean
  readonly fact: Fact
  readonly fixer: Fixer
  readonly day?: string | null
  readonly grant?: WhyGrant
  readonly period?: OpeningPeriod
}

export type Fact =
  | "account-active"
  | "account-invited"
  | "account-locked"
  | "account-disputed"
  | "account-suspended"
  | "account-closed"
  | "duties-open"
  | "member"
  | "member-later"
  | "member-over"
  | "member-suspended"
  | "unit-open"
  | "unit-kind"
  | "unit-province"
  | "unit-not-named"
  | "system-open"
  | "system-not-connected"
  | "system-closed"
  | "period-always"
  | "period-runs"
  | "period-later"
  | "period-over"
  | "role-held"
  | "role-none"
  | "role-over"
  | "role-suspended"
  | "role-withdrawn"

/** The rules that concern the account itself, in the order in which the door asks them. */
export function accountSteps(account: WhyAccount, dutiesVersion: number): WhyStep[] {
  const step = (fact: Fact, fixer: Fixer, isMet = false): WhyStep => {
    return { rule: "account", isMet, fact, fixer, day: account.suspendedUntil }
  }
  if (account.state === "invited") return [step("account-invited", "self")]
  if (account.state === "locked")
    return account.lockedReason === "disputed"
      ? [step("account-disputed", "office")]
      : [step("account-locked", "self")]
  if (account.state === "suspended") return [step("account-suspended", "admin")]
  if (account.state === "closed") return [step("account-closed", "admin")]
  if (account.dutiesVersion !== dutiesVersion) return [step("duties-open", "self")]
  return [step("account-active", "nobody", true)]
}

/**
 * Rule by rule whether somebody can open a system in the name of a unit, and where not, why and who can mend it. All
 * rules are told, not the first that fails: mending one at a time would send people round more than once.
 *
 * @param today the day in Bangkok
 */
export function seatSteps(seat: WhySeat, system: WhySystem, today: string): WhyStep[] {
  return [
    memberStep(seat, today),
    unitStep(seat, system),
    systemStep(system),
    ...roleSteps(seat, today),
    ...periodSteps(seat, system, today),
  ]
}

function memberStep(seat: WhySeat, today: string): WhyStep {
  const step = (fact: Fact, fixer: Fixer, day: string | null, isMet = false): WhyStep => {
    return { rule: "membership", isMet, fact, fixer, day }
  }
  if (seat.state === "suspended") return step("member-suspended", "admin", null)
  const isOver = seat.validUntil !== null && seat.validUntil < today
  if (seat.state === "ended" || isOver) return step("member-over", "admin", seat.validUntil)
  if (seat.validFrom > today) return step("member-later", "time", seat.validFrom)
  return step("member", "nobody", seat.validUntil, true)
}

function unitStep(seat: WhySeat, system: WhySystem): WhyStep {
  const bar = unitBar(system, seat)
  if (!bar) return { rule: "unit", isMet: true, fact: "unit-open", fixer: "nobody" }
  const fact = ({ kind: "unit-kind", province: "unit-province", "not-named": "unit-not-named" } as const)[bar]
  return { rule: "unit", isMet: false, fact, fixer: "department" }
}

function systemStep({ state }: WhySystem): WhyStep {
  if (state === "open") return { rule: "system", isMet: true, fact: "system-open", fixer: "nobody" }
  const fact = state === "closed" ? "system-closed" : "system-not-connected"
  return { rule: "system", isMet: false, fact, fixer: "department" }
}

function roleSteps(seat: WhySeat, today: string): WhyStep[] {
  if (seat.grants.length === 0) return [{ rule: "role", isMet: false, fact: "role-none", fixer: "admin" }]
  return seat.grants.map((grant): WhyStep => {
    const step = (fact: Fact, isMet = false): WhyStep => {
      return { rule: "role", isMet, fact, fixer: isMet ? "nobody" : "admin", grant }
    }
    if (grant.state !== "active")
      return step(grant.state === "suspended" ? "role-suspended" : "role-withdrawn")
    if (grant.validUntil !== null && grant.validUntil < today) return step("role-over")
    return step("role-held", true)
  })
}

function periodSteps(seat: WhySeat, system: WhySystem, today: string): WhyStep[] {
  const held = seat.grants.filter(({ state }) => state === "active")
  return held.map((grant): WhyStep => {
    const opening = openingFor(system.periods, grant, today)
    const base = { rule: "period", grant } as const
    if (opening.is === "always") return { ...base, isMet: true, fact: "period-always", fixer: "nobody" }
    if (opening.is === "in-period")
      return { ...base, isMet: true, fact: "period-runs", fixer: "nobody", period: opening.period }
    return opening.next
      ? { ...base, isMet: false, fact: "period-later", fixer: "time", period: opening.next }
      : { ...base, isMet: false, fact: "period-over", fixer: "department" }
  })
}

/** Whether a system opens: all the rules of the person and unit hold, and at least one role can be used now. */
export function opens(steps: readonly WhyStep[]): boolean {
  const whole = steps.filter(({ rule }) => rule !== "role" && rule !== "period")
  const isUsable = steps.some(
    (step) =>
      step.rule === "role" &&
      step.isMet &&
      steps.some((other) => other.rule === "period" && other.grant === step.grant && other.isMet),
  )
  return whole.every(({ isMet }) => isMet) && isUsable
}

/** Letters of a number of a refused sign-in (Crockford's base 32: without I, L, O and U). */
export const traceLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Seconds for which a refused sign-in can be looked up by its number. */
export const traceLives = 24 * 60 * 60

/** A number as it is kept, out of what somebody typed: dashes and case do not count, and letters left out mean digits. */
export function plainTrace(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s-]+/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0")
}

/** A number in groups of five, the last of six, as people read it out. */
export function groupedTrace(trace: string): string {
  return plainTrace(trace).replace(/(.{5})(?=.{5})/g, "$1-")
}
