import { createHash, randomBytes } from "node:crypto"
import postgres from "postgres"

/** A client of a system of its own, for tests that sign in at one. */
export type PlantedClient = { readonly id: string; readonly secret: string; readonly system: string }

/** What a planted client is to be like. */
export type Planting = {
  /** Code of the system, letters and digits; it is made where there is none. */
  readonly system: string
  readonly redirectUri: string
  readonly postLogoutUri?: string
  readonly backchannelUri?: string
  readonly scopes?: readonly string[]
  /** Given names of the people who hold the system's one role, in all their units. */
  readonly holders: readonly string[]
  /** For trying out: invented users alone. */
  readonly isSandbox?: boolean
}

/** Makes a system with one role, its client, and grants of the role. */
export async function plantClient(ownerUrl: string, like: Planting): Promise<PlantedClient> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const id = `test-${randomBytes(6).toString("hex")}`
  const secret = randomBytes(32).toString("base64url")
  const scopes = like.scopes ?? ["openid", "profile", "email", "unit", "roles", "offline_access"]
  try {
    await sql`insert into systems (code, name_th, name_en, purpose_th, purpose_en, category, state, sort)
      values (${like.system}, ${`ระบบทดสอบ ${like.system}`}, ${`Test system ${like.system}`}, 'ทดสอบ', 'Test', 'office', 'open', 99)
      on conflict (code) do nothing`
    await sql`insert into system_roles (system_code, key, name_th, name_en, sort)
      values (${like.system}, 'tester', 'ผู้ทดสอบ', 'Tester', 1) on conflict do nothing`
    await sql`insert into grants (membership_id, system_role_id, state, granted_at, state_changed_at)
      select m.id, r.id, 'active', now(), now() from memberships m join accounts a on a.id = m.account_id
        join persons p on p.id = a.person_id join system_roles r on r.system_code = ${like.system}
      where p.given_name_th = any(${[...like.holders]}) and m.state = 'active'
      on conflict do nothing`
    await sql`insert into oidc_clients
        (id, system_code, name, is_sandbox, auth_method, redirect_uris, post_logout_redirect_uris, backchannel_logout_uri, scopes, created_at)
      values (${id}, ${like.system}, ${`ระบบทดสอบ ${like.system}`}, ${like.isSandbox ?? false}, 'client_secret_basic', ${[like.redirectUri]},
        ${like.postLogoutUri ? [like.postLogoutUri] : []}, ${like.backchannelUri ?? null}, ${[...scopes]}, now())`
    const hash = createHash("sha256").update(secret).digest()
    await sql`insert into oidc_client_secrets (client_id, secret_hash, created_at) values (${id}, ${hash}, now())`
    return { id, secret, system: like.system }
  } finally {
    await sql.end()
  }
}

/** Takes the rights at a planted system away again, so that other tests see the lists that they know. */
export async function takeRightsAway(ownerUrl: string, system: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`delete from grants g using system_roles r where r.id = g.system_role_id and r.system_code = ${system}`
  } finally {
    await sql.end()
  }
}
