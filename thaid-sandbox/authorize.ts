import { withParameters } from "./addresses"
import type { Client } from "./clients"
import { type Answer, type Ask, redirect } from "./exchange"
import { errorParameters, type Fault, faultOf, refuse } from "./oauth-errors"
import type { SignInRequest } from "./pending"
import { scopeWords } from "./scopes"
import { signInPage } from "./sign-in-page"
import type { Switches } from "./switches"
import type { World } from "./world"

const known = [
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "nonce",
  "code_challenge",
  "code_challenge_method",
]

/**
 * The address to which a client sends a browser. What is wrong is told in place; only bad scopes and response types
 * may, by a switch, go back to the client. Unknown parameters are nobody's business.
 */
export function authorize(world: World, ask: Ask): Answer {
  const { query } = ask
  const clientId = query.get("client_id")
  if (!clientId) return refuse(faultOf.missing("client_id"))
  const client = world.clients.find((one) => one.clientId === clientId)
  const switches = world.switches.of(clientId)
  if (!client) return refuse(faultOf.unknownClient(switches.unknownClient))
  const repeated = known.find((name) => query.getAll(name).length > 1)
  if (repeated) return refuse(faultOf.repeated(repeated))
  const redirectUri = query.get("redirect_uri")
  if (!redirectUri) return refuse(faultOf.missing("redirect_uri"))
  // Character by character: a slash or a port more is another address.
  if (!client.redirectUris.includes(redirectUri)) return refuse(faultOf.redirectUri)
  const state = query.get("state")
  if (!state) return refuse(faultOf.missing("state"))
  const fault = requestFault(query, client, switches)
  if (fault) return errorAnswer(fault, redirectUri, state, switches)
  return signInPage(world, ask, world.pending.start(requestOf(query, client, redirectUri, state)))
}

function requestFault(query: URLSearchParams, client: Client, switches: Switches): Fault | null {
  const responseType = query.get("response_type")
  if (!responseType) return faultOf.missing("response_type")
  if (responseType !== "code") return faultOf.responseType
  const wanted = scopeWords(query.get("scope") ?? "")
  if (wanted.length === 0) return faultOf.missing("scope")
  const granted: readonly string[] = client.scopes
  // One scope too many fails the request; nothing is dropped in silence.
  if (!wanted.every((scope) => granted.includes(scope))) return faultOf.scope
  const isChallenged = query.get("code_challenge") && query.get("code_challenge_method") === "S256"
  return switches.pkce === "strict" && !isChallenged ? faultOf.challenge : null
}

function errorAnswer(fault: Fault, redirectUri: string, state: string, switches: Switches): Answer {
  if (!switches.errorsByRedirect || fault === faultOf.challenge) return refuse(fault)
  return redirect(withParameters(redirectUri, { ...errorParameters(fault), state }))
}

function requestOf(
  query: URLSearchParams,
  client: Client,
  redirectUri: string,
  state: string,
): SignInRequest {
  return {
    clientId: client.clientId,
    redirectUri,
    scopes: scopeWords(query.get("scope") ?? ""),
    state,
    nonce: query.get("nonce"),
    codeChallenge: query.get("code_challenge"),
  }
}
