import { drizzle } from "drizzle-orm/postgres-js"
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator"
import postgres from "postgres"
import { advisoryLocks } from "./queries/advisory-locks"

/** Tables on which the portal's role may only insert and read. */
const appendOnly = ["audit_events", "audit_seals", "audit_months", "settings"]

/**
 * Brings the schema up to date as the owner, then gives the portal's role what it needs and no more. Safe to run from
 * several starts at once.
 *
 * @param ownerUrl connection of the owner, who alone may change the schema
 * @param portal role and, where the role does not exist yet, the password to make it with
 */
export async function migrate(
  ownerUrl: string,
  portal: { readonly role: string; readonly password?: string },
  options: { readonly folder?: string; readonly now: Date },
): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${advisoryLocks.migrate})`
    await client`create extension if not exists pg_trgm`
    const before = await countApplied(client)
    await applyMigrations(drizzle(client), { migrationsFolder: options.folder ?? "db/migrations" })
    // A new column has no statistics until its table is analysed, which tables that rarely change wait for in vain.
    if (before > 0 && (await countApplied(client)) > before) await client`analyze`
    await openMonths(client, options.now)
    await ensureRole(client, portal)
    await grantRights(client, portal.role)
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function countApplied(client: postgres.Sql): Promise<number> {
  const [known] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as is_there`
  if (!known?.is_there) return 0
  const [row] = await client<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`
  return row?.n ?? 0
}

/** Last month to three months ahead; the sealing job opens later ones in time. */
async function openMonths(client: postgres.Sql, now: Date): Promise<void> {
  for (const offset of [-1, 0, 1, 2, 3]) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1))
    await client`select audit_open_month(${month.toISOString().slice(0, 10)}::date)`
  }
}

async function ensureRole(
  client: postgres.Sql,
  portal: { readonly role: string; readonly password?: string },
): Promise<void> {
  const [found] = await client`select 1 from pg_roles where rolname = ${portal.role}`
  if (found || portal.password === undefined) return
  // Utility statements take no parameters; format() quotes.
  const [statement] = await client<{ sql: string }[]>`
    select format('create role %I login password %L', ${portal.role}::text, ${portal.password}::text) as sql`
  if (statement) await client.unsafe(statement.sql)
}

async function grantRights(client: postgres.Sql, role: string): Promise<void> {
  const name = client(role)
  const [me] = await client<{ me: string }[]>`select current_user as me`
  if (me?.me === role) return
  await client`grant usage on schema public to ${name}`
  await client`grant select, insert, update, delete on all tables in schema public to ${name}`
  await client`grant usage on all sequences in schema public to ${name}`
  await client`grant execute on function audit_open_month(date) to ${name}`
  await client`revoke update, delete, truncate on ${client(appendOnly)} from ${name}`
  const partitions = await client<{ name: string }[]>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    join pg_class p on p.oid = i.inhparent where p.relname in ${client(appendOnly)}`
  // Rights are checked on the parent; the partitions themselves are nobody's to touch.
  for (const partition of partitions) await client`revoke all on ${client(partition.name)} from ${name}`
  // The readiness probe compares what was applied with what the code was built with.
  await client`grant usage on schema drizzle to ${name}`
  await client`grant select on drizzle.__drizzle_migrations to ${name}`
  await client`revoke insert, update, delete, truncate on installation from ${name}`
}
