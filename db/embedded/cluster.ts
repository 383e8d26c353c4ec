import { execFileSync, spawnSync } from "node:child_process"
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { processIdentity } from "../../bin/process-identity.mjs"
import type { Program } from "./binaries"
import type { Place } from "./place"

/** The superuser that owns the portal's database. */
export const ownerRole = "dla_sso_owner"

/** Server settings beyond PostgreSQL's own; details of errors stay out of its log because they quote rows. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
}

/** A cluster on disk with the programs that run it. */
export type Cluster = {
  readonly place: Place
  readonly program: Program
  readonly extra?: Readonly<Record<string, string>>
}

const dataOf = (cluster: Cluster) => join(cluster.place.folder, "pgdata")
const logOf = (cluster: Cluster) => join(cluster.place.folder, "postgres.log")

/** Options of every program we run: as the server's user, without our environment (it may hold secrets). */
function asServer(cluster: Cluster) {
  return {
    ...cluster.place.user,
    cwd: "/",
    env: { NODE_ENV: "production" as const, LC_ALL: "C", PATH: "/usr/bin:/bin" },
  }
}

/** Makes the cluster where there is none. A half-made one is never taken for good: it gets its name when complete. */
export function ensureCluster(cluster: Cluster, ownerPassword: string): void {
  const data = dataOf(cluster)
  if (existsSync(join(data, "PG_VERSION"))) {
    checkVersion(cluster)
    return
  }
  const unfinished = `${data}.new`
  const secret = join(cluster.place.folder, "initdb-password")
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(secret, `${ownerPassword}\n`, { mode: 0o600 })
  giveToServer(cluster, unfinished)
  giveToServer(cluster, secret)
  try {
    const who = ["-D", unfinished, "-U", ownerRole, "--pwfile", secret, "-A", "scram-sha-256"]
    const words = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    const made = spawnSync(cluster.program("initdb"), [...who, ...words, "--no-instructions"], {
      ...asServer(cluster),
      encoding: "utf8",
    })
    if (made.status !== 0)
      throw new Error(`the database cannot be made: ${made.error?.message ?? made.stderr}`)
  } finally {
    rmSync(secret, { force: true })
  }
  renameSync(unfinished, data)
}

function checkVersion(cluster: Cluster): void {
  const found = readFileSync(join(dataOf(cluster), "PG_VERSION"), "utf8").trim()
  const told = execFileSync(cluster.program("postgres"), ["--version"], {
    ...asServer(cluster),
    encoding: "utf8",
  })
  const ours = /(\d+)\./.exec(told)?.[1]
  if (found === ours) return
  throw new Error(
    `the database in ${dataOf(cluster)} was made by PostgreSQL ${found}, this is ${ours}: start in another home ` +
      "(DLA_SSO_HOME), or remove this one if nothing in it is needed",
  )
}

/** @returns the port of the running server of this cluster; undefined when none runs */
export function runningPort(cluster: Cluster): number | undefined {
  const file = join(dataOf(cluster), "postmaster.pid")
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, "utf8").split("\n")
  const pid = Number(lines[0])
  if (processIdentity(pid) === undefined) return undefined
  if (isServerOf(cluster, pid)) return Number(lines[3]) || undefined
  // The number belongs to someone else by now, and PostgreSQL would refuse to start. Only the number is changed: the
  // rest lets it notice processes of a killed server that are still at work on the files.
  writeFileSync(file, ["999999999", ...lines.slice(1)].join("\n"))
  return undefined
}

function isServerOf(cluster: Cluster, pid: number): boolean {
  try {
    const line =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })
    return line.includes(dataOf(cluster))
  } catch {
    return false
  }
}

/** Starts the server on `port`. @returns what went wrong, or undefined when it runs */
export function startServer(cluster: Cluster, port: number): string | undefined {
  prepareLog(cluster)
  const options = Object.entries({ ...settings, ...cluster.extra, port: String(port) })
  const command = options.map(([name, value]) => `-c ${name}='${value}'`).join(" ")
  const args = ["start", "-w", "-t", "120", "-D", dataOf(cluster), "-l", logOf(cluster), "-o", command]
  // Nothing is piped: the server would inherit the pipe and keep it open for as long as it lives.
  const run = spawnSync(cluster.program("pg_ctl"), args, { ...asServer(cluster), stdio: "ignore" })
  return run.status === 0 ? undefined : tail(logOf(cluster))
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export function stopServer(cluster: Cluster): void {
  const args = ["stop", "-m", "fast", "-w", "-t", "60", "-D", dataOf(cluster)]
  spawnSync(cluster.program("pg_ctl"), args, { ...asServer(cluster), stdio: "ignore" })
}

function prepareLog(cluster: Cluster): void {
  const log = logOf(cluster)
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`)
  if (!existsSync(log)) writeFileSync(log, "")
  chmodSync(log, 0o600)
  giveToServer(cluster, log)
}

function giveToServer(cluster: Cluster, file: string): void {
  if (cluster.place.user) chownSync(file, cluster.place.user.uid, cluster.place.user.gid)
}

function tail(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n")
}
