import { spawn } from "node:child_process"
import { join, resolve } from "node:path"
import { ensureDependencies } from "./dependencies.mjs"
import { isPortFree } from "./port.mjs"
import { root } from "./root.mjs"
import { giveUp, say } from "./say.mjs"

// `npm run start:oidc`: the OpenID Provider as a process of its own, behind the origin that the portals stand behind. It
// needs the database, the keys and the origin, and nothing else of the portal's settings.
const mode = process.env.APP_MODE || "demo"
if (mode !== "demo" && mode !== "production") giveUp(`APP_MODE is "demo" or "production", not "${mode}".`)
const port = Number(process.env.PORT || 3100)
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  giveUp(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
const host = process.env.LISTEN || "127.0.0.1"

await ensureDependencies()
const { embedded, given, typescript } = await import("./run.mjs")
const home = resolve(root, process.env.DLA_SSO_HOME || ".data")
const isDemo = mode === "demo" && !process.env.DATABASE_URL
await refuseIncomplete()
if (!(await isPortFree(port, host)))
  giveUp(`Port ${port} is taken by another program. Choose another port: PORT=${port + 1} npm run start:oidc`)

const { env, stop } = isDemo ? await embedded(home) : given()
// Room for the young generation, as the portal has it (bin/run.mjs).
const args = ["--max-semi-space-size=64", "--import", "tsx", "lib/oidc/process/run.ts", host, String(port)]
const child = spawn(process.execPath, args, {
  cwd: root,
  env: {
    ...env,
    ...origin(),
    APP_MODE: mode,
    DATABASE_OWNER_URL: "",
    DLA_SSO_HOME: home,
    NODE_ENV: "production",
    TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
  },
  stdio: ["ignore", "inherit", "inherit", "ipc"],
})
say(`the OpenID Provider on ${host}:${port}, for ${origin().ORIGIN}/oidc`)
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => child.kill("SIGTERM"))
const code = await new Promise((done) => child.once("exit", (status) => done(status ?? 1)))
await stop()
process.exit(code)

/** A demonstration's origin is the one that `npm start` has by itself. */
function origin() {
  return { ORIGIN: process.env.ORIGIN || (isDemo ? "http://127.0.0.1:3000" : "") }
}

async function refuseIncomplete() {
  // The demonstration's own database brings its address and its keys.
  const brought = {
    DATABASE_URL: "postgres://brought",
    KEY_RING: `brought:${"A".repeat(43)}=`,
    SESSION_SECRET: "brought".repeat(8),
  }
  const settings = { ...(isDemo ? brought : {}), ...process.env, ...origin(), APP_MODE: mode }
  const problems = await typescript("../lib/env.ts").then(
    ({ providerProblems }) => providerProblems(settings),
    // A malformed value stops the module itself, which then brings the whole list.
    (error) => error.problems ?? [String(error)],
  )
  if (problems.length > 0)
    giveUp(
      `The OpenID Provider can't start. Missing or wrong:\n${problems.map((/** @type {string} */ p) => `  - ${p}`).join("\n")}`,
    )
}
