import type { PendingSignIn } from "./pending"
import { type Person, person } from "./persons"
import type { World } from "./world"

export const decisions = ["approve", "decline", "expire"] as const

export type Decision = (typeof decisions)[number]

/** Decides a sign-in that waits; false when it no longer does. */
export function decide(world: World, pending: PendingSignIn, decision: Decision, who?: Person): boolean {
  if (decision === "decline") return world.pending.settle(pending, { is: "declined" })
  if (decision === "expire" || !who) return world.pending.settle(pending, { is: "expired" })
  return world.pending.settle(pending, { is: "approved", person: who, at: world.now() })
}

export type TypedProblem = "badNumber" | "noName" | "badBirthdate"

/** A person whom someone typed: one of the known ones keeps what is known of him. */
export function typedPerson(typed: Readonly<Record<string, unknown>>): Person | TypedProblem {
  const found = person.safeParse(typed)
  if (found.success) return found.data
  const fields = found.error.issues.map(({ path }) => path[0])
  if (fields.includes("nationalId")) return "badNumber"
  return fields.includes("birthdate") ? "badBirthdate" : "noName"
}
