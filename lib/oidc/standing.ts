import "server-only"
import { type Context, look } from "@/lib/kernel/execute"
import type { LiveSession } from "@/lib/sessions/live-session"
import type { Asked } from "./asked"
import { askedHere } from "./asked-here"
import { getDoor } from "./get-door"
import { type Proof, proofFor } from "./proof"
import { refusedAtDoor } from "./refused-at-door"

/** Somebody before the door of a system, who may go in. */
export type AtDoor = {
  readonly is: "at-door"
  readonly asked: Asked
  readonly proof: Proof
  readonly clientName: string
  readonly systemCode: string
  /** Those of his memberships in whose name a right opens the system today; one at least. */
  readonly seats: LiveSession["seats"]
  readonly asksNationalId: boolean
}

/** Where a person stands with a system's request: before its door, elsewhere first, or the request is none of his. */
export type Standing = AtDoor | { readonly is: "gone" } | { readonly is: "elsewhere"; readonly path: string }

/** A browser in which somebody is signed in, and what it sent. */
export type Comer = {
  readonly context: Context
  readonly session: LiveSession
  readonly sent: Headers
}

/** What the portal does next with a system's request, for whoever is signed in in this browser. */
export async function standingAt(uid: string, { context, session, sent }: Comer): Promise<Standing> {
  const asked = await askedHere(sent, uid)
  if (!asked) return { is: "gone" }
  const proof = proofFor(asked, session, context.now)
  if (typeof proof === "string") {
    const acr = proof === "surer" ? asked.acrValues.join(" ") : ""
    const query = new URLSearchParams({ returnTo: `/continue/${uid}`, strong: "1", ...(acr && { acr }) })
    return { is: "elsewhere", path: `/step-up?${query}` }
  }
  const door = await look(getDoor, context, { clientId: asked.clientId })
  if (!door.ok) return { is: "gone" }
  const { memberships, systemCode, clientName } = door.value
  const seats = session.seats.filter(({ membershipId }) => memberships.includes(membershipId))
  if (seats.length === 0) return { is: "elsewhere", path: await refusedAtDoor(context, asked, systemCode) }
  const asksNationalId = asked.scopes.includes("nid")
  return { is: "at-door", asked, proof, clientName, systemCode, seats, asksNationalId }
}

/** Whether the person is asked anything before he goes in: for which unit, or whether his national ID goes along. */
export function mustAsk({ seats, asksNationalId }: AtDoor): boolean {
  return asksNationalId || seats.length > 1
}
