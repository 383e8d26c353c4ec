import postgres from "postgres"
import { advisoryLocks } from "@/db/queries/advisory-locks"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { hashPassword, verifyPassword } from "@/lib/crypto/password-hash"
import { castMembers } from "../cast-members"
import { keptPasswords } from "../passwords"
import { copyRows } from "./copy"
import { columnsOf, type Ground, rowsFor } from "./rows"

/** How a run went. */
export type SyntheticCounts = { readonly before: number; readonly added: number; readonly password: string }

/** Raised where invented people have no business. */
export class NotADemonstration extends Error {}

const batch = 5_000

/**
 * Fills a stamped demonstration's database with invented people up to `accounts`, spread over all units, with one
 * password for all of them (kept in the home as `synthetic.json`). Each batch is a transaction, and a run that was cut
 * short goes on where it stopped. Throws `NotADemonstration`.
 */
export async function seedSynthetic(
  portalUrl: string,
  options: {
    readonly accounts: number
    readonly home: string
    readonly ring: KeyRing
    readonly now: Date
    readonly onProgress: (line: string) => void
  },
): Promise<SyntheticCounts> {
  const client = postgres(portalUrl, { max: 1, onnotice: () => {} })
  try {
    const [stamp] = await client`select mode from installation`
    if (stamp?.mode !== "demo")
      throw new NotADemonstration("invented people are for a stamped demonstration only")
    await client`select pg_advisory_lock(${advisoryLocks.seedSynthetic})`
    const { password, hash } = await onePassword(client, options)
    const before = await highest(client)
    const ground = { ...(await findGround(client)), ...options, passwordHash: hash }
    for (let from = before + 1; from <= options.accounts; from += batch) {
      const to = Math.min(from + batch - 1, options.accounts)
      await addBatch(client, from, to, ground)
      options.onProgress(`synthetic: ${to} of ${options.accounts} people`)
    }
    return { before, added: Math.max(0, options.accounts - before), password }
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function addBatch(client: postgres.Sql, from: number, to: number, ground: Ground): Promise<void> {
  const rows = rowsFor(from, to, ground)
  await client.begin(async (tx) => {
    for (const table of ["persons", "accounts", "memberships", "admin_appointments", "grants"] as const)
      await copyRows(tx, table, columnsOf[table], rows[table])
    const detail = tx.json({ from, to })
    await tx`
      insert into audit_events (at, action, actor_kind, request_id, detail)
      values (${ground.now}, 'identity.seed-synthetic', 'system', 'synthetic', ${detail})`
  })
}

/** The number of the last invented person; they are made in order, so all before him are there. */
async function highest(client: postgres.Sql): Promise<number> {
  const [row] = await client<{ n: number }[]>`
    select coalesce(max(substr(username_key, 2)::int), 0)::int as n from accounts
    where username_key ~ '^s[0-9]{7}$' and email like '%@synthetic.example'`
  return row?.n ?? 0
}

/** The password of all, hashed once. A home that lost it gives the people who are there a new one. */
async function onePassword(client: postgres.Sql, at: { readonly home: string; readonly now: Date }) {
  const { password = "" } = keptPasswords(at.home, "synthetic.json", ["password"])
  const [known] = await client<{ hash: string }[]>`
    select password_hash as hash from accounts where username_key = 's0000001' and email like '%@synthetic.example'`
  if (known && (await verifyPassword(known.hash, password))) return { password, hash: known.hash }
  const hash = await hashPassword(password)
  if (known)
    await client`
      update accounts set password_hash = ${hash}, password_set_at = ${at.now}
      where email like '%@synthetic.example' and password_hash = ${known.hash}`
  return { password, hash }
}

async function findGround(client: postgres.Sql) {
  const units = await client<{ id: string; code: string }[]>`select id, code from units order by node`
  const roles = await client<{ id: string }[]>`
    select id from system_roles where not certifies order by system_code, sort`
  if (units.length === 0 || roles.length === 0)
    throw new Error("there are no units and roles yet; load the reference data first")
  const told = castMembers.flatMap((member) => member.seats.map((seat) => seat.unit))
  return {
    units: [...units],
    roleIds: roles.map((role) => role.id),
    // 06360504 is the unit of the demonstration that has no SSO Admin.
    withoutNewAdmins: new Set([...told, "06360504"]),
  }
}
