import { createHash, randomBytes } from "node:crypto"
import postgres from "postgres"
import { connect } from "@/db/client"
import { required } from "@/lib/env"
import { sessionCookie } from "@/lib/http/session-cookie"
import { openSession } from "@/lib/sessions/open-session"
import { assurances, dutiesVersion } from "@/lib/sessions/rules"
import { type BenchClient, callback, scope } from "./flow"

type Place = { readonly account: string; readonly system: string; readonly state: string }

/** What was made for the bench, and how the demonstration becomes again what it was. */
export type Prepared = {
  readonly client: BenchClient
  readonly cookies: readonly string[]
  readonly undo: () => Promise<void>
}

/** A client of a system, which is open meanwhile, and so many sessions of somebody who has a role there, as their cookies. */
export async function prepare(sessions: number): Promise<Prepared> {
  const owner = postgres(required("DATABASE_OWNER_URL"), { max: 1, onnotice: () => {} })
  const { db, close } = connect(required("DATABASE_URL"), { max: 2 })
  try {
    const place = await placeOf(owner)
    await owner`update accounts set duties_version = ${dutiesVersion}, password_must_change = false where id = ${place.account}`
    await owner`update systems set state = 'open' where code = ${place.system}`
    const client = {
      id: `bench-${randomBytes(4).toString("hex")}`,
      secret: randomBytes(32).toString("base64url"),
    }
    await owner`insert into oidc_clients (id, system_code, name, auth_method, redirect_uris, scopes, created_at)
      values (${client.id}, ${place.system}, 'bench', 'client_secret_basic', ${[callback]}, ${scope.split(" ")}, now())`
    await owner`insert into oidc_client_secrets (client_id, secret_hash, created_at)
      values (${client.id}, ${createHash("sha256").update(client.secret).digest()}, now())`
    const cookies: string[] = []
    for (let nth = 0; nth < sessions; nth += 1) {
      const { token } = await db.transaction((tx) =>
        openSession(tx, {
          accountId: place.account,
          assurance: assurances.passwordAndMailedCode,
          sharedComputer: false,
          browser: { address: null, userAgent: "bench" },
          now: new Date(),
        }),
      )
      cookies.push((await sessionCookie(token)).split(";")[0] ?? "")
    }
    return { client, cookies, undo: () => undone(place, client) }
  } finally {
    await Promise.all([owner.end(), close()])
  }
}

async function undone({ system, state }: Place, { id }: BenchClient): Promise<void> {
  const owner = postgres(required("DATABASE_OWNER_URL"), { max: 1, onnotice: () => {} })
  await owner`update systems set state = ${state} where code = ${system}`
  await owner`update oidc_clients set closed_at = now() where id = ${id}`
  await owner`drop table if exists bench_oidc_payloads`.finally(() => owner.end())
}

/** Somebody of one unit alone, with a role that no opening period bars, in a system that is open to all. */
async function placeOf(owner: postgres.Sql): Promise<Place> {
  const [place] = await owner<Place[]>`
    select m.account_id as account, r.system_code as system, s.state
    from grants g join memberships m on m.id = g.membership_id join accounts a on a.id = m.account_id
      join system_roles r on r.id = g.system_role_id join systems s on s.code = r.system_code
    where g.state = 'active' and g.valid_until is null and m.state = 'active' and m.valid_until is null
      and m.valid_from <= current_date - 1
      and a.state = 'active'
      and s.open_to_kinds is null and s.open_to_provinces is null and not s.is_named_only
      and not r.records and not r.certifies
      and (select count(*) from memberships o where o.account_id = a.id) = 1
    order by (select count(*) from opening_periods p where p.system_code = s.code) desc, a.id limit 1`
  if (!place) throw new Error("nobody has a role in an open system")
  return place
}
