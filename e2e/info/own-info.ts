import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { infoSample } from "../../bin/info.mjs"
import { ownerUrl } from "../operations/own-home"

/** Does something as the owner of the database of a home. */
export async function asOwner<T>(home: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl(home), { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** Where the demonstration's INFO answers. */
export async function infoOrigin(home: string): Promise<string> {
  const [row] = await asOwner(home, (sql) => sql`select start_uri from oidc_clients where id = 'info'`)
  return new URL(row?.start_uri).origin
}

/** INFO once more, on the same data and sessions, which takes another day for today. */
export async function infoOn(home: string, portal: string, today: string) {
  const secrets = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8"))
  const env = {
    NODE_ENV: "production" as const,
    ORIGIN: portal,
    DATABASE_OWNER_URL: ownerUrl(home),
    INFO_TODAY: today,
  }
  const { info, portal: known } = await infoSample(env, secrets)
  const settings = Object.entries(info).map(([name, value]) => `${name}=${value}`)
  const command = [...settings, process.execPath, "--import", "tsx", "examples/info/run.ts"]
  const child = spawn("env", command, { stdio: "ignore" })
  await answers(known.INFO_ORIGIN)
  return { origin: known.INFO_ORIGIN, stop: () => gone(child) }
}

async function answers(origin: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if ((await fetch(`${origin}/health`).catch(() => undefined))?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error("INFO does not answer")
}

async function gone(child: ChildProcess): Promise<void> {
  const end = new Promise((done) => child.once("exit", done))
  child.kill("SIGTERM")
  await end
}
