import { randomBytes, randomUUID } from "node:crypto"
import { importJWK, type JWK, SignJWT } from "jose"
import postgres from "postgres"
import { afterAll, beforeAll, inject } from "vitest"
import { freePort } from "@/bin/port.mjs"
import { keyRing } from "@/lib/crypto/ring"
import type { AccountActor } from "@/lib/kernel/actor"
import { openKeySet } from "@/lib/oidc/key-set"
import { InfoBrowser } from "./info-browser"
import { OidcStage } from "./oidc-stage"
import { rightsSteps, type TestRole } from "./rights-steps"
import type { TestDatabase } from "./test-database"

/** INFO as it is handed in, because what lies here knows nothing of its code. */
export type InfoProgram<S> = {
  readonly prepare: (at: {
    ownerUrl: string
    role: string
    password: string
    reference: string
  }) => Promise<void>
  readonly read: (env: Record<string, string>) => S
  readonly start: (settings: S) => Promise<{ readonly stop: () => Promise<void> }>
}

const reference = "db/reference/data"

type Roles = Awaited<ReturnType<ReturnType<typeof rightsSteps>["system"]>>

type Made<S> = {
  readonly origin: string
  /** As INFO's own role. */
  readonly sql: postgres.Sql
  readonly settings: S
  readonly client: string
  readonly roles: Roles
  readonly stop: () => Promise<void>
}

async function openInfo<S>(
  test: TestDatabase,
  stage: OidcStage,
  program: InfoProgram<S>,
  roles: Roles,
): Promise<Made<S>> {
  const port = await freePort()
  const { ownerUrl, owner } = test
  const url = new URL(ownerUrl)
  const [role, password] = [`${url.pathname.slice(1)}_info`, randomBytes(16).toString("hex")]
  Object.assign(url, { username: role, password })
  // two starts at once
  const preparing = { ownerUrl, role, password, reference }
  await Promise.all([program.prepare(preparing), program.prepare(preparing)])
  const origin = `http://127.0.0.1:${port}`
  const { id: client, secret } = await stage.client(roles.code, {
    redirectUris: [`${origin}/callback`],
    postLogoutRedirectUris: [`${origin}/signed-out`],
    backchannelLogoutUri: `${origin}/backchannel-logout`,
  })
  const settings = program.read({
    INFO_ORIGIN: origin,
    INFO_PORT: String(port),
    INFO_ISSUER: `${stage.origin}/oidc`,
    INFO_CLIENT_ID: client,
    INFO_CLIENT_SECRET: secret,
    INFO_DATABASE_URL: url.href,
    INFO_KEY: randomBytes(32).toString("base64"),
    INFO_TODAY: "2026-12-10",
    INFO_ASK_AGAIN_SECONDS: "0.2",
  })
  const sql = postgres(url.href, { max: 1 })
  const running = await program.start(settings)
  const stop = async () => {
    await running.stop()
    await sql.end()
    await owner`drop schema info cascade`
    const server = postgres(inject("ownerUrl"), { max: 1 })
    await server`drop role ${server(role)}`
    await server.end()
  }
  return { origin, sql, settings, client, roles, stop }
}

/** An INFO of a test's own beside a provider of its own, with people who have rights there. */
export function useInfoStage<S>(test: () => TestDatabase, program: InfoProgram<S>) {
  const { admin, system } = rightsSteps(test)
  const stage = new OidcStage(test)
  const made = {} as Made<S>

  beforeAll(async () => {
    await stage.open()
    Object.assign(made, await openInfo(test(), stage, program, await system()))
  })
  afterAll(async () => {
    await made.stop()
    await stage.close()
  })

  /** Gives somebody a role in INFO. */
  async function grant(one: AccountActor, role: TestRole): Promise<void> {
    const membershipId = one.seats[0]?.membershipId ?? ""
    await test().owner`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
      values (${membershipId}, ${made.roles[role]}, 'active', now(), now())`
  }

  /** Somebody of a unit, with a role in INFO where one is named. */
  async function official(unit: Parameters<typeof admin>[0], role?: TestRole): Promise<AccountActor> {
    const one = await admin(unit)
    if (role) await grant(one, role)
    return one
  }

  /** The way of a browser through the portal and back. */
  async function signIn(one: AccountActor, to = "/") {
    const [here, portal] = [new InfoBrowser(made.origin), await stage.browser(one)]
    const out = await here.ask(`/sign-in?${new URLSearchParams({ to })}`)
    const back = await portal.follow(out.location)
    const callback = back.location.slice(made.origin.length)
    const arrived = await here.ask(callback)
    return { here, portal, callback, arrived }
  }

  /** A logout token as the portal would make it. */
  async function logoutToken(sub: string, more: Record<string, unknown> = {}): Promise<string> {
    const { jwks } = await openKeySet(test().db, keyRing())
    const key = jwks.find(({ kty }) => kty === "RSA") as JWK
    const now = Math.floor(Date.now() / 1000)
    const events = { "http://schemas.openid.net/event/backchannel-logout": {} }
    const usual = {
      iss: `${stage.origin}/oidc`,
      aud: made.client,
      iat: now,
      exp: now + 120,
      jti: randomUUID(),
    }
    return await new SignJWT({ ...usual, sub, events, ...more })
      .setProtectedHeader({ alg: "RS256", typ: "logout+jwt", ...(key.kid && { kid: key.kid }) })
      .sign(await importJWK(key, "RS256"))
  }

  return { stage, made, grant, official, signIn, logoutToken }
}
