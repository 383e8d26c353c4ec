import { type SQL, sql } from "drizzle-orm"
import { isMembershipInForce, today } from "@/db/queries/access"
import { type RoleAtDoor, rolesAtDoorJson } from "@/db/queries/systems-predicates"
import type { units } from "@/db/schema/units"

/** Who stands behind a grant, in the name of which unit. */
export type Bearer = {
  readonly grantId: string
  readonly clientId: string
  readonly systemCode: string
  /** What the client may ask for today. */
  readonly scopes: readonly string[]
  readonly sessionId: string
  readonly accountId: string
  readonly membershipId: string
  /** The roles in force that the person holds at the client's system. */
  readonly held: readonly RoleAtDoor[]
  /** What the system may be told of the person; not read where nothing is told. */
  readonly told: Told | undefined
}

/** A person in the name of a unit, as a system is told of him. */
export type Told = {
  readonly personId: string
  readonly nationalIdSealed: Buffer
  readonly titleTh: string
  readonly givenNameTh: string
  readonly familyNameTh: string
  readonly email: string | null
  readonly locale: "th" | "en"
  readonly post: string
  readonly unit: {
    readonly code: string
    readonly kind: (typeof units.$inferSelect)["kind"]
    readonly nameTh: string
    readonly nameEn: string | null
    /** The offices above it, the nearest first. */
    readonly above: readonly { readonly code: string; readonly kind: string; readonly name: string }[]
  }
}

/** The paths of the offices above the unit `u`, out of its own: each a prefix that ends in a slash. */
const pathsAbove = sql`(select left(u.path, at) from generate_series(1, length(u.path)) at
  where substr(u.path, at, 1) = '/')`

/** The offices above the unit `u`, the nearest first, as a JSON array. */
const aboveJson = sql`(select coalesce(json_agg(json_build_object('code', o.code, 'kind', o.kind, 'name', o.name_th)
    order by length(o.path) desc), '[]') from units o where o.path <> u.path and o.path in ${pathsAbove})`

const toldColumns = sql`p.id as "personId", p.national_id_sealed as "nationalIdSealed", p.title_th as "titleTh",
  p.given_name_th as "givenNameTh", p.family_name_th as "familyNameTh",
  case when a.email_verified_at is not null then a.email end as email, a.locale, m.post,
  json_build_object('code', u.code, 'kind', u.kind, 'nameTh', u.name_th, 'nameEn', u.name_en, 'above', ${aboveJson}) as unit`

/**
 * Who stands behind a grant, as a lateral table of one row or none.
 *
 * @param now the instant, a `timestamptz`
 * @param withTold also what the system may be told of him, which takes half of the time
 */
export function bearerOf(
  grantId: SQL,
  { now, withTold }: { readonly now: SQL; readonly withTold: boolean },
): SQL {
  return sql`(
    select g.grant_id as "grantId", g.client_id as "clientId", c.system_code as "systemCode", c.scopes,
      g.session_id as "sessionId", g.account_id as "accountId", g.membership_id as "membershipId",
      ${withTold ? sql`${toldColumns},` : sql``} ${rolesAtDoorJson(sql`c.system_code`)} as held
    from oidc_grants g join oidc_clients c on c.id = g.client_id join sessions s on s.id = g.session_id
      join accounts a on a.id = g.account_id ${withTold ? sql`join persons p on p.id = a.person_id` : sql``}
      join memberships m on m.id = g.membership_id join units u on u.id = m.unit_id, ${today(now)}
    where g.grant_id = ${grantId} and c.closed_at is null and a.state = 'active' and ${isMembershipInForce}
      and m.account_id = a.id and s.account_id = a.id and s.revoked_at is null and s.expires_at > ${now}
      and s.last_seen_at + s.idle_seconds * interval '1 second' > ${now}
    -- looked up for its one grant by keys: left to mix it into the statement around it, the server reads all grants
    offset 0)`
}

/** A row of `bearerOf` as the driver reads it; all of it is null where there is none. */
export type BearerRow = { readonly [K in keyof Omit<Bearer, "told">]: Bearer[K] | null } & {
  readonly [K in keyof Told]?: K extends "nationalIdSealed" ? Uint8Array | null : Told[K] | null
}

/** The bearer that a row tells of, if any. */
export function bearerIn(row: BearerRow): Bearer | undefined {
  if (row.accountId === null) return undefined
  const { nationalIdSealed } = row
  const told = nationalIdSealed
    ? { ...(row as Omit<Told, "nationalIdSealed">), nationalIdSealed: Buffer.from(nationalIdSealed) }
    : undefined
  return { ...(row as Bearer), told }
}
