import { type ChildProcess, spawn } from "node:child_process"
import { freePort } from "../bin/port.mjs"

/** A portal that was started for the measurement. */
export type Product = { readonly origin: string; readonly stop: () => Promise<void> }

// `env` takes away the database that the bench itself was given, so that the portal joins it as `npm start` does.
const withoutDatabase = ["-u", "DATABASE_URL", "-u", "DATABASE_OWNER_URL"]
// All requests come from one address. Limits per account stay as they are.
const lifted = ["ADDRESS_FAILURE_LIMIT=1000000000", "ADDRESS_PAGE_LIMIT=1000000000"]

/** Starts the portal by the command that people use, on a free port, and waits until it says that it is ready. */
export async function startProduct(): Promise<Product> {
  const port = await freePort()
  const settings = [...withoutDatabase, ...lifted, `PORT=${port}`, "LOG_LEVEL=warn"]
  const child = spawn("env", [...settings, process.execPath, "bin/start.mjs"], { stdio: "ignore" })
  const origin = `http://127.0.0.1:${port}`
  await ready(child, origin)
  return { origin, stop: () => ended(child) }
}

/** Fills the portal's database with invented people up to that number. */
export async function fill(accounts: number): Promise<void> {
  const script = ["bin/script.mjs", "db/seed/synthetic/run.ts", "--accounts", String(accounts)]
  const child = spawn("env", [...withoutDatabase, process.execPath, ...script], { stdio: "ignore" })
  const code = await new Promise((done) => child.once("exit", done))
  if (code !== 0) throw new Error(`the invented people could not be made (${code})`)
}

async function ready(child: ChildProcess, origin: string): Promise<void> {
  for (const until = Date.now() + 240_000; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error("the portal ended before it was ready; see `npm start`")
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 250))
  }
  await ended(child)
  throw new Error("the portal was not ready within four minutes")
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((done) => child.once("exit", done))
  child.kill("SIGTERM")
  await gone
}
