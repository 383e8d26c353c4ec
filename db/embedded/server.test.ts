import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { afterEach, beforeEach, expect, test } from "vitest"
import { processIdentity } from "../../bin/process-identity.mjs"
import { startEmbedded } from "./server"

let home = ""

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "dla-sso-home-"))
})

afterEach(async () => {
  if (existsSync(join(home, "pgdata", "postmaster.pid"))) await (await startEmbedded({ home })).stop()
  rmSync(home, { recursive: true, force: true })
})

const serverPid = () => Number(readFileSync(join(home, "pgdata", "postmaster.pid"), "utf8").split("\n")[0])

async function query<T>(url: string, ask: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}

/** Another process that starts the server, says its port and stays; stops it on SIGTERM. */
function otherStart(): ChildProcess {
  const program = `
    import { tsImport } from "tsx/esm/api"
    const at = ${JSON.stringify(import.meta.url)}
    const { startEmbedded } = await tsImport("./server.ts", { parentURL: at, tsconfig: "tsconfig.scripts.json" })
    const server = await startEmbedded({ home: ${JSON.stringify(home)} })
    process.on("SIGTERM", async () => { await server.stop(); process.exit(0) })
    console.log("port " + server.port)
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  })
}

async function portOf(child: ChildProcess): Promise<number> {
  for await (const chunk of child.stdout ?? []) {
    const port = /port (\d+)/.exec(String(chunk))?.[1]
    if (port) return Number(port)
  }
  throw new Error("the other start ended without a port")
}

test("the secrets of a home are its owner's alone and stay the same", async () => {
  const first = await startEmbedded({ home })
  await first.stop()
  const again = await startEmbedded({ home })
  await again.stop()
  expect(statSync(join(home, "secrets.json")).mode & 0o777).toBe(0o600)
  expect(again.ownerUrl).toBe(first.ownerUrl)
})

test("a wrong password is refused", async () => {
  const server = await startEmbedded({ home })
  const wrong = server.ownerUrl.replace(/:[^:@]+@/, ":wrong@")
  await expect(query(wrong, (client) => client`select 1`)).rejects.toMatchObject({ code: "28P01" })
  await server.stop()
})

test("two starts of a fresh home share one server, and the last one out stops it", async () => {
  const [left, right] = [otherStart(), otherStart()]
  const [leftPort, rightPort] = await Promise.all([portOf(left), portOf(right)])
  expect(leftPort).toBe(rightPort)
  const pid = serverPid()
  left.kill("SIGTERM")
  await once(left, "exit")
  expect(processIdentity(pid)).toBeDefined()
  right.kill("SIGTERM")
  await once(right, "exit")
  expect(processIdentity(pid)).toBeUndefined()
}, 60_000)

test("a killed start leaves a server that the next one joins and stops", async () => {
  const killed = otherStart()
  const port = await portOf(killed)
  const pid = serverPid()
  killed.kill("SIGKILL")
  await once(killed, "exit")
  const server = await startEmbedded({ home })
  expect(server.port).toBe(port)
  expect(serverPid()).toBe(pid)
  await server.stop()
  expect(processIdentity(pid)).toBeUndefined()
}, 60_000)

test("what was committed before the server was killed is there after the next start", async () => {
  const server = await startEmbedded({ home })
  await query(server.ownerUrl, (client) => client`create table kept as select generate_series(1, 100) as n`)
  process.kill(serverPid(), "SIGKILL")
  const again = await startEmbedded({ home })
  const [row] = await query(again.ownerUrl, (client) => client`select count(*)::int as rows from kept`)
  expect(row).toEqual({ rows: 100 })
  await again.stop()
  await server.stop()
}, 60_000)

test("a process number that came back to someone else does not keep the server from starting", async () => {
  const server = await startEmbedded({ home })
  const file = join(home, "pgdata", "postmaster.pid")
  const lines = readFileSync(file, "utf8").split("\n")
  process.kill(serverPid(), "SIGKILL")
  const stranger = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid: statSync(file).uid } : {})
  writeFileSync(file, [String(stranger.pid), ...lines.slice(1)].join("\n"))
  const again = await startEmbedded({ home })
  expect(serverPid()).not.toBe(stranger.pid)
  expect(stranger.exitCode).toBeNull()
  stranger.kill()
  await again.stop()
  await server.stop()
}, 60_000)

test("a port taken by someone else in the meantime is left to him", async () => {
  const first = await startEmbedded({ home })
  await first.stop()
  const taker = createServer().listen(first.port, "127.0.0.1")
  await once(taker, "listening")
  const again = await startEmbedded({ home })
  expect(again.port).not.toBe(first.port)
  await again.stop()
  taker.close()
})

test("a cluster cut off while it was made is made anew", async () => {
  mkdirSync(join(home, "pgdata.new"))
  writeFileSync(join(home, "pgdata.new", "PG_VERSION"), "18\n")
  const server = await startEmbedded({ home })
  await expect(query(server.ownerUrl, (client) => client`select 1 as one`)).resolves.toEqual([{ one: 1 }])
  await server.stop()
})

test.runIf(process.getuid?.() === 0)("a home below a closed folder works for root too", async () => {
  const inner = join(home, "closed", "home")
  mkdirSync(inner, { recursive: true })
  chmodSync(join(home, "closed"), 0o700)
  const server = await startEmbedded({ home: inner })
  const place = readFileSync(join(inner, "database-place"), "utf8").trim()
  expect(statSync(place).uid).toBe(0)
  expect(statSync(place).mode & 0o777).toBe(0o711)
  await server.stop()
  rmSync(place, { recursive: true, force: true })
})
