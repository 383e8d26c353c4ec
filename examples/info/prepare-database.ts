import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import postgres from "postgres"
import { readCsv } from "./read-csv"

/** One preparation at a time: others wait and find it done. */
const lock = 7_165_001

/** What a preparation works on. */
export type Preparation = {
  /** Connection of whoever may make roles and schemas in the database. */
  readonly ownerUrl: string
  readonly role: string
  readonly password: string
  /** Folder with `units.csv`, `districts.csv` and `provinces.csv`. */
  readonly reference: string
}

/**
 * Makes INFO's own schema and role in a PostgreSQL that it may share with others, or brings them up to date. The role
 * can reach nothing outside that schema which was not open to everybody before.
 */
export async function prepareDatabase({ ownerUrl, role, password, reference }: Preparation): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lock})`
      await ensureRole(tx, role, password)
      await tx`create schema if not exists info`
      await tx`set local search_path to info`
      await tx`create table if not exists migrations (name text primary key)`
      await migrate(tx)
      await loadUnits(tx, reference)
      await grantRights(tx, role)
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

type Tx = postgres.TransactionSql

async function ensureRole(tx: Tx, role: string, password: string): Promise<void> {
  const [found] = await tx`select 1 from pg_roles where rolname = ${role}`
  const verb = found ? "alter" : "create"
  // utility statements take no parameters; format() quotes
  const [row] = await tx<{ line: string }[]>`
    select format('%s role %I login password %L', ${verb}::text, ${role}::text, ${password}::text) as line`
  if (row) await tx.unsafe(row.line)
}

async function migrate(tx: Tx): Promise<void> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), "migrations")
  for (const name of readdirSync(folder).toSorted()) {
    const [made] =
      await tx`insert into migrations values (${name}) on conflict do nothing returning 1 as made`
    if (made) await tx.unsafe(readFileSync(join(folder, name), "utf8"))
  }
}

const local = new Set(["PAO", "CITY_MUN", "TOWN_MUN", "SUBDIST_MUN", "SAO", "PATTAYA"])

/** The organisations that report; loaded again only where the file is another one. */
async function loadUnits(tx: Tx, reference: string): Promise<void> {
  const texts = ["units", "districts", "provinces"].map((name) =>
    readFileSync(join(reference, `${name}.csv`), "utf8"),
  )
  const digest = `units ${createHash("sha256").update(texts.join("\n")).digest("hex")}`
  const [known] = await tx`select 1 from migrations where name = ${digest}`
  if (known) return
  const [units = [], ...places] = texts.map(readCsv)
  const rows = units
    .filter((unit) => local.has(unit.type_key ?? ""))
    .map((unit) => ({
      code: unit.unit_code,
      name: unit.name_th,
      province: unit.province_code,
      district: unit.district_code,
    }))
  const named = places.flat().map((place) => ({ code: place.code, name: place.name_th }))
  await tx`
    insert into units (code, name, province_code, district_code)
    select * from jsonb_to_recordset(${tx.json(rows)}) as x (code text, name text, province text, district text)
    on conflict (code) do update set name = excluded.name, province_code = excluded.province_code,
      district_code = excluded.district_code`
  await tx`
    insert into places (code, name)
    select * from jsonb_to_recordset(${tx.json(named)}) as x (code text, name text)
    on conflict (code) do update set name = excluded.name`
  await tx`insert into migrations values (${digest})`
}

async function grantRights(tx: Tx, role: string): Promise<void> {
  const name = tx(role)
  await tx`grant usage on schema info to ${name}`
  await tx`grant select on all tables in schema info to ${name}`
  await tx`grant insert on reports, report_events, sessions, logouts to ${name}`
  await tx`grant update on reports, sessions to ${name}`
  await tx`grant delete on sessions, logouts to ${name}`
}
