import { resolve } from "node:path"
import { ensureDependencies } from "./dependencies.mjs"
import { isPortFree } from "./port.mjs"
import { root } from "./root.mjs"
import { claimPort, named, otherStarts } from "./running.mjs"
import { capital, giveUp, say } from "./say.mjs"

// Runs before anything is installed: Node alone, no packages. What needs packages is imported once they are there.
// Whoever started this; read before anything that takes time, since it may be gone afterwards.
const npm = process.env.npm_lifecycle_event ? process.ppid : undefined
const isDev = process.argv.includes("--dev")
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 9))
  giveUp(`Node 20.9 or newer is needed; this is ${process.version}.`)

const mode = process.env.APP_MODE || "demo"
if (mode !== "demo" && mode !== "production") giveUp(`APP_MODE is "demo" or "production", not "${mode}".`)
if (mode === "demo" && process.env.DATABASE_URL && !process.env.APP_MODE) {
  giveUp(
    "DATABASE_URL is set, but not APP_MODE. To run a demonstration in that database, say so with APP_MODE=demo;\n" +
      "to run for real, APP_MODE=production. Without DATABASE_URL the demonstration brings its own database.",
  )
}

const port = Number(process.env.PORT || 3000)
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  giveUp(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
const host = mode === "demo" ? process.env.DEMO_LISTEN || "127.0.0.1" : process.env.LISTEN || "0.0.0.0"
const home = resolve(root, process.env.DLA_SSO_HOME || ".data")
const address = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`
const other = await claimPort({ port, address, home })
if (other) {
  giveUp(
    `${capital(named(other))} runs already, or is just starting. Stop it with Ctrl-C where it was started, or start\n` +
      `another beside it on a port of its own, with the same data: PORT=${port + 1} npm start`,
  )
}
if (!(await isPortFree(port, host)))
  giveUp(`Port ${port} is taken by another program. Choose another port: PORT=${port + 1} npm start`)

say(`DLA SSO, ${mode === "demo" ? "demonstration" : "production"} mode, Node ${process.version}`)
for (const beside of otherStarts().filter((start) => start.home === home))
  say(`${named(beside)} runs beside this one, on the same data`)
await ensureDependencies()
const { run } = await import("./run.mjs")
await run({ mode, isDev, host, port, home, npm })
