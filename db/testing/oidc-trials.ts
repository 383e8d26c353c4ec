import type { Actor } from "@/lib/kernel/actor"
import { keepKeys } from "@/lib/oidc/keep-keys"
import { signInAt } from "@/lib/oidc/sign-in-at"
import { noteRefusal } from "@/lib/why/note-refusal"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"

/** Who may: one signs in at systems for oneself; keys are the portal's own. */
export function oidcCells(signedIn: readonly string[]): Record<string, readonly string[]> {
  return { "oidc.sign-in": signedIn, "oidc.keep-keys": [], "why.note-refusal": signedIn }
}

/** How each command of the OpenID Provider is tried, with an input that fits. */
export function oidcTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "oidc.sign-in": (actor) =>
      attempt(signInAt, actor, { clientId: "none", grantId: "none", membershipId: id }),
    "oidc.keep-keys": (actor) => attempt(keepKeys, actor, {}),
    "why.note-refusal": (actor) => attempt(noteRefusal, actor, { system: "NONE" }),
  }
}
