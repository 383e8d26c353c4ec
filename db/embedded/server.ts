import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join, resolve } from "node:path"
import postgres from "postgres"
import { withLock } from "../../bin/lock.mjs"
import { findBinaries } from "./binaries"
import { type Cluster, ensureCluster, ownerRole, runningPort, startServer, stopServer } from "./cluster"
import { placeOf } from "./place"
import { homeSecrets } from "./secrets"
import { arrive, leave } from "./users"

/** Role of the running portal; `migrate()` makes it. */
export const portalRole = "dla_sso_portal"

const databaseName = "dla_sso"

/** A running server of a home. It is shared by everyone who started it there and ends with the last one's `stop`. */
export type EmbeddedServer = {
  readonly ownerUrl: string
  readonly portalUrl: string
  readonly portal: { readonly role: string; readonly password: string }
  readonly port: number
  readonly stop: () => Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a home, or joins the one that runs there already (one left behind by a killed
 * start included). Safe for any number of starts at once.
 *
 * @param options.home folder of the installation; made when missing
 * @param options.extra further server settings, for tests that need no durable disk
 */
export async function startEmbedded(options: {
  readonly home: string
  readonly extra?: Readonly<Record<string, string>>
}): Promise<EmbeddedServer> {
  const home = resolve(options.home)
  const secrets = await homeSecrets(home)
  const place = placeOf(home)
  const lock = join(home, "locks", "database")
  return withLock(lock, async () => {
    const cluster: Cluster = { place, program: findBinaries(place), extra: options.extra ?? {} }
    const note = arrive(place.folder)
    ensureCluster(cluster, secrets.ownerPassword)
    const port = runningPort(cluster) ?? (await startOnFreePort(cluster))
    const url = (role: string, password: string, name: string) =>
      `postgres://${role}:${password}@127.0.0.1:${port}/${name}`
    await ensureDatabase(url(ownerRole, secrets.ownerPassword, "postgres"))
    return {
      ownerUrl: url(ownerRole, secrets.ownerPassword, databaseName),
      portalUrl: url(portalRole, secrets.portalPassword, databaseName),
      portal: { role: portalRole, password: secrets.portalPassword },
      port,
      stop: () =>
        withLock(lock, () => {
          if (leave(place.folder, note) === 0) stopServer(cluster)
        }),
    }
  })
}

async function startOnFreePort(cluster: Cluster): Promise<number> {
  const note = join(cluster.place.folder, "database-port")
  const last = existsSync(note) ? Number(readFileSync(note, "utf8")) : 0
  let trouble: string | undefined = ""
  // A second try for a port that someone took in between; more of them for the processes of a killed server to end.
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const port = attempt === 0 && last > 0 && (await isFree(last)) ? last : await freePort()
    trouble = startServer(cluster, port)
    // Ctrl-C ends the program that starts the server, too, perhaps when the server itself is well on its way.
    const running = trouble === undefined ? port : runningPort(cluster)
    if (running !== undefined) {
      writeFileSync(note, String(running))
      return running
    }
    await pause(attempt * 250)
  }
  throw new Error(`the database does not start; the end of its log says:\n${trouble}`)
}

/** Waits until the server takes sessions (after a crash it recovers first), then makes our database once. */
async function ensureDatabase(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
    try {
      const [found] = await client`select 1 from pg_database where datname = ${databaseName}`
      if (!found) await client`create database ${client(databaseName)}`
      return
    } catch (error) {
      if (attempt >= 240 || !isNotYet(error)) throw error
      await pause(250)
    } finally {
      await client.end({ timeout: 1 })
    }
  }
}

/** cannot_connect_now, admin_shutdown, and the ways in which a socket says that nobody listens yet. */
function isNotYet(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? ""
  return ["57P03", "57P01", "ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED", "CONNECT_TIMEOUT"].includes(
    code,
  )
}

/** A port of the loopback address that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => found(typeof address === "object" && address ? address.port : 0))
    })
  })
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer().once("error", () => answer(false))
    probe.listen(port, "127.0.0.1", () => probe.close(() => answer(true)))
  })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
