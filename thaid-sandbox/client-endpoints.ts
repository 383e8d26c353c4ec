import { authenticated, type Client, credentialsOf, isSame } from "./clients"
import { type Answer, type Ask, json } from "./exchange"
import { personClaims } from "./id-token"
import { type Fault, faultOf, refuse } from "./oauth-errors"
import type { World } from "./world"

/** The client that calls, or why nobody does: body, API key and secret are looked at in this order. */
export function callerOf(world: World, ask: Ask): Client | Answer {
  if (!/^application\/x-www-form-urlencoded\b/i.test(ask.headers["content-type"] ?? ""))
    return refuse(faultOf.body)
  const credentials = credentialsOf(ask)
  const client = authenticated(world.clients, credentials)
  if (!client) return refuse(faultOf.client, { "www-authenticate": 'Basic realm="thaid-sandbox"' })
  const fault = apiKeyFault(world, ask, client)
  return fault ? refuse(fault) : client
}

/** Whether what was found is the refusal of a request. */
export function isAnswer(found: Client | Answer): found is Answer {
  return "status" in found
}

function apiKeyFault(world: World, ask: Ask, client: Client): Fault | null {
  const { apiKeyHeader } = world.switches.of(client.clientId)
  if (apiKeyHeader === "") return null
  const given = ask.headers[apiKeyHeader]
  return typeof given === "string" && isSame(given, client.apiKey) ? null : faultOf.apiKey
}

const hints = [null, "", "access_token", "refresh_token"]

/** The token of a form, or what is wrong with the form. */
function tokenOf(form: URLSearchParams): string | Answer {
  const token = form.get("token")
  if (!token) return refuse(faultOf.missing("token"))
  return hints.includes(form.get("token_type_hint")) ? bare(token) : refuse(faultOf.tokenHint)
}

// Some documents put the scheme before the token in the form, some do not: both are taken.
const bare = (token: string) => token.replace(/^Bearer +/i, "")

/** Whether a token is good, whose it is and for what; no name. */
export function introspect(world: World, ask: Ask): Answer {
  const client = callerOf(world, ask)
  if (isAnswer(client)) return client
  const token = tokenOf(ask.form)
  if (typeof token !== "string") return token
  const found = world.tokens.access.get(token)
  if (!found || found.clientId !== client.clientId) return json(200, { active: false })
  return json(200, { active: true, sub: found.person.nationalId, scope: found.scopes.join(" ") })
}

/** Ends an access or a refresh token; a token that is unknown counts as ended (RFC 7009). */
export function revoke(world: World, ask: Ask): Answer {
  const client = callerOf(world, ask)
  if (isAnswer(client)) return client
  const token = tokenOf(ask.form)
  if (typeof token !== "string") return token
  for (const shelf of [world.tokens.access, world.tokens.refresh]) {
    if (shelf.get(token)?.clientId === client.clientId) shelf.take(token)
  }
  return json(200, { message: "revoked", status: "OK" })
}

/** The values that an access token stands for; only those issued with `openid` open it. */
export function userinfo(world: World, ask: Ask): Answer {
  const token = /^Bearer +(\S+)$/i.exec(ask.headers.authorization ?? "")?.[1]
  const found = token === undefined ? undefined : world.tokens.access.get(token)
  const client = world.clients.find(({ clientId }) => clientId === found?.clientId)
  if (!found || !client) return refuse(faultOf.accessToken, { "www-authenticate": "Bearer" })
  const fault = apiKeyFault(world, ask, client)
  if (fault) return refuse(fault)
  if (!found.scopes.includes("openid")) return refuse(faultOf.withoutOpenid)
  return json(200, { sub: found.person.nationalId, ...personClaims(world, found.grant, []) })
}
