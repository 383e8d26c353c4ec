import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { connect } from "@/db/client"
import { type EmbeddedServer, startEmbedded } from "@/db/embedded/server"
import { migrate } from "@/db/migrate"
import { loadReference } from "@/db/reference/load"
import { onDatabase } from "@/db/testing/test-database"
import { fillMatters } from "./fill-matters"
import { fillPeople } from "./fill-people"
import { copyCountry } from "./fill-units"
import { withIndexesAside } from "./set-aside"

/** A filled database, of one country or of ten. */
export type ScaleSet = {
  readonly times: 1 | 10
  readonly ownerUrl: string
  readonly portalUrl: string
}

type Say = (line: string) => void

/**
 * Settings of the server beyond the product's: what is lost in a crash is filled again. The memory with which it answers
 * stays the product's.
 */
const careless = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  maintenance_work_mem: "512MB",
}

/** Tables that get so many rows that their indexes are better made afterwards. */
const many = [
  "persons",
  "accounts",
  "memberships",
  "admin_appointments",
  "grants",
  "sessions",
  "registrations",
  "orders",
  "order_people",
  "cases",
  "decisions",
  "rights_requests",
]

/** Starts the bench's own server and fills what is not filled yet; what was filled in the same way is kept. */
export async function openSets(
  home: string,
  now: Date,
  say: Say,
): Promise<{ readonly sets: readonly ScaleSet[]; readonly stop: () => Promise<void> }> {
  const server = await startEmbedded({ home, extra: careless })
  // Cut off in the middle, it must not leave the server running.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(130)))
  try {
    const sets: ScaleSet[] = []
    for (const times of [1, 10] as const) sets.push(await openSet(server, times, now, say))
    return { sets, stop: server.stop }
  } catch (thrown) {
    await server.stop()
    throw thrown
  }
}

async function openSet(server: EmbeddedServer, times: 1 | 10, now: Date, say: Say): Promise<ScaleSet> {
  const name = `scale_${times}`
  const set = {
    times,
    ownerUrl: onDatabase(server.ownerUrl, name),
    portalUrl: onDatabase(server.portalUrl, name),
  }
  const admin = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const filled = await noteOf(admin, name)
    if (filled === undefined || filled !== seedDigest() || !(await isEarlier(set.ownerUrl))) {
      await admin`drop database if exists ${admin(name)} with (force)`
      await admin`create database ${admin(name)}`
      await migrate(set.ownerUrl, server.portal, { now })
      await fillSet(set, now, (line) => say(`${times}×: ${line}`))
      // The very last: whoever is cut off before begins again.
      await admin.unsafe(`comment on database ${name} is '${seedDigest()}'`)
    } else {
      await migrate(set.ownerUrl, server.portal, { now })
      say(`${times}×: filled before, kept`)
    }
    return set
  } finally {
    await admin.end()
  }
}

async function noteOf(admin: postgres.Sql, name: string): Promise<string | undefined> {
  const [row] = await admin<{ note: string | null }[]>`
    select shobj_description(oid, 'pg_database') as note from pg_database where datname = ${name}`
  return row?.note ?? undefined
}

/** What the filled rows follow from: the statements of this folder that make them. */
function seedDigest(): string {
  const folder = import.meta.dirname
  const digest = createHash("sha256")
  const files = readdirSync(folder).filter((entry) => /^(fill-.*|sets)\.ts$/.test(entry))
  for (const file of files.sort()) digest.update(readFileSync(join(folder, file)))
  return digest.digest("hex").slice(0, 32)
}

/** Whether the database stands at today's migrations or at fewer of the same ones, which are then added. */
async function isEarlier(ownerUrl: string): Promise<boolean> {
  const folder = "db/migrations"
  const ours = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) =>
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    )
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const applied = await client<
      { hash: string }[]
    >`select hash from drizzle.__drizzle_migrations order by id`
    return applied.every(({ hash }, at) => hash === ours[at])
  } finally {
    await client.end()
  }
}

async function fillSet(set: ScaleSet, now: Date, say: Say): Promise<void> {
  const { db, close } = connect(set.ownerUrl, { max: 1 })
  await loadReference(db, { now, onProgress: say }).finally(close)
  const owner = postgres(set.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await owner`set work_mem = '256MB'`
    // Foreign keys are not looked up one by one: the rows follow from one another.
    await owner`set session_replication_role = replica`
    await owner.begin(async (tx) => {
      for (let country = 1; country < set.times; country += 1) await copyCountry(tx, country)
      await tx.unsafe(`truncate ${many.join(", ")} cascade`)
      await withIndexesAside(tx, many, async () => {
        await fillPeople(tx, say)
        await fillMatters(tx, say)
        say("making the indexes")
      })
    })
    say("gathering statistics")
    await owner`vacuum analyze`
    await owner`checkpoint`
  } finally {
    await owner.end()
  }
}
