import { create } from "qrcode"
import { withParameters } from "./addresses"
import { type Answer, type Ask, json, redirect } from "./exchange"
import { errorParameters, faultOf } from "./oauth-errors"
import type { PendingSignIn } from "./pending"
import { endedPage, signInPage } from "./sign-in-page"
import type { World } from "./world"

/** The waiting browser's own address: it goes back to the client once the person has decided, once. */
export function signIn(world: World, ask: Ask, id: string): Answer {
  const pending = world.pending.byId(id)
  if (pending?.outcome.is === "waiting") return signInPage(world, ask, pending)
  if (pending?.outcome.is === "approved" || pending?.outcome.is === "declined") return back(world, pending)
  return endedPage(ask, pending)
}

function back(world: World, pending: PendingSignIn): Answer {
  const { request, outcome } = pending
  const parameters =
    outcome.is === "approved"
      ? { code: world.tokens.issueCode({ request, person: outcome.person, authTime: outcome.at }) }
      : errorParameters(faultOf.declined(world.switches.of(request.clientId).decline))
  pending.outcome = { is: "returned" }
  return struck(world, pending, parameters)
}

function struck(world: World, { request }: PendingSignIn, usual: Record<string, string>): Answer {
  const faults = world.faults.take(["wrong-state", "callback-error"], request.clientId)
  const error = faults.find(({ name }) => name === "callback-error")
  const hasWrongState = faults.some(({ name }) => name === "wrong-state")
  const state = hasWrongState ? `${request.state.slice(1)}x` : request.state
  const parameters = error ? { error: String(error.value) } : usual
  return redirect(withParameters(request.redirectUri, { ...parameters, state }))
}

/** Whether the page should look again: any word but `waiting`. */
export function signInState(world: World, id: string): Answer {
  const pending = world.pending.byId(id)
  return json(pending ? 200 : 404, { state: pending?.outcome.is ?? "unknown" })
}

/** The QR of a sign-in, drawn as one path: the address of the phone page. */
export function signInQr(world: World, id: string): Answer | undefined {
  const pending = world.pending.byId(id)
  if (!pending) return undefined
  const { modules } = create(`${world.origin}/sandbox/phone/${pending.refCode}`, {
    errorCorrectionLevel: "M",
  })
  const quiet = 4
  const side = modules.size + 2 * quiet
  const dark = Array.from({ length: modules.size ** 2 }, (_, at) => at).filter((at) =>
    modules.get(Math.floor(at / modules.size), at % modules.size),
  )
  const path = dark.map(
    (at) => `M${(at % modules.size) + quiet} ${Math.floor(at / modules.size) + quiet}h1v1h-1z`,
  )
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path.join("")}"/></svg>`
  return { status: 200, headers: { "content-type": "image/svg+xml", "cache-control": "no-store" }, body }
}
