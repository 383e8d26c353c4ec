import { createHash } from "node:crypto"
import { callerOf, isAnswer } from "./client-endpoints"
import type { Client } from "./clients"
import { type Answer, type Ask, json } from "./exchange"
import { identityFaults } from "./faults"
import { idToken, personClaims } from "./id-token"
import { faultOf, refuse } from "./oauth-errors"
import { type CodeGrant, tokenSeconds } from "./tokens"
import type { World } from "./world"

/** Changes a code, or a refresh token, for tokens. */
export function token(world: World, ask: Ask): Answer {
  const client = callerOf(world, ask)
  if (isAnswer(client)) return client
  const grantType = ask.form.get("grant_type")
  if (!grantType) return refuse(faultOf.missing("grant_type"))
  if (grantType === "authorization_code") return byCode(world, ask, client)
  if (grantType === "refresh_token") return byRefreshToken(world, ask, client)
  return refuse(faultOf.grantType)
}

function byCode(world: World, ask: Ask, client: Client): Answer {
  const { form } = ask
  const code = form.get("code")
  if (!code) return refuse(faultOf.missing("code"))
  if (!form.get("redirect_uri")) return refuse(faultOf.missing("redirect_uri"))
  const switches = world.switches.of(client.clientId)
  // Whoever shows a code spends it, even with the wrong address or from the wrong client.
  const grant = world.tokens.codes.take(code)
  if (!grant || grant.request.clientId !== client.clientId) return refuse(faultOf.code(switches.repeatedCode))
  if (grant.request.redirectUri !== form.get("redirect_uri")) return refuse(faultOf.redirectUri)
  if (switches.pkce === "strict" && !isVerified(grant, form.get("code_verifier")))
    return refuse(faultOf.verifier)
  return tokenAnswer(world, client, grant)
}

function isVerified(grant: CodeGrant, verifier: string | null): boolean {
  if (verifier === null) return false
  return createHash("sha256").update(verifier).digest("base64url") === grant.request.codeChallenge
}

function byRefreshToken(world: World, ask: Ask, client: Client): Answer {
  const value = ask.form.get("refresh_token")
  if (!value) return refuse(faultOf.missing("refresh_token"))
  const found = world.tokens.refresh.get(value)
  if (!found || found.clientId !== client.clientId || !world.switches.of(client.clientId).refreshToken)
    return refuse(faultOf.refreshToken)
  world.tokens.refresh.take(value)
  return tokenAnswer(world, client, found.grant)
}

function tokenAnswer(world: World, client: Client, grant: CodeGrant): Answer {
  const faults = world.faults.take(identityFaults, client.clientId)
  if (faults.some(({ name }) => name === "key-rotation")) world.keys.rotate()
  const switches = world.switches.of(client.clientId)
  const { scopes } = grant.request
  const issued = { clientId: client.clientId, scopes, person: grant.person, grant }
  const accessToken = world.tokens.issueAccess(issued)
  const hasOpenid = scopes.includes("openid")
  const isMissing = faults.some(({ name }) => name === "missing-id-token")
  const answer = json(200, {
    access_token: accessToken,
    token_type: "Bearer",
    // An absolute Unix time, whatever RFC 6749 says of this field.
    [switches.expiryField]: Math.floor(world.now() / 1000) + tokenSeconds,
    scope: scopes.join(" "),
    ...(switches.refreshToken ? { refresh_token: world.tokens.issueRefresh(issued) } : {}),
    ...(hasOpenid && !isMissing ? { id_token: idToken(world, client, grant, accessToken, faults) } : {}),
    ...(!hasOpenid || switches.flatFields ? personClaims(world, grant, faults) : {}),
  })
  return { ...answer, struck: faults.map(({ name }) => name) }
}
