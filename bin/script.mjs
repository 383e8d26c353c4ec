import { spawn } from "node:child_process"
import { join, resolve } from "node:path"
import { ensureDependencies } from "./dependencies.mjs"
import { root } from "./root.mjs"
import { giveUp } from "./say.mjs"

// Runs a script of the house, `node bin/script.mjs db/audit/run-verify.ts …`, on the database that `npm start` would
// use: the one that is named, else the demonstration's own, which is started for as long as the script runs.
const [script, ...args] = process.argv.slice(2)
if (!script) giveUp("Name a script.")
await ensureDependencies()
const { embedded, given } = await import("./run.mjs")

const home = resolve(root, process.env.DLA_SSO_HOME || ".data")
const mode = process.env.APP_MODE || "demo"
const { env, stop } = mode === "demo" && !process.env.DATABASE_URL ? await embedded(home) : given()
const child = spawn(process.execPath, ["--import", "tsx", script ?? "", ...args], {
  cwd: root,
  env: {
    ...env,
    APP_MODE: mode,
    DLA_SSO_HOME: home,
    AUDIT_HEAD_FILE: env.AUDIT_HEAD_FILE || join(home, "audit-heads.log"),
    TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
  },
  stdio: "inherit",
})
// Ctrl-C reaches the script by itself; this process stays to stop the database after it.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => child.kill("SIGTERM"))
const code = await new Promise((done) => child.once("exit", (status) => done(status ?? 1)))
await stop()
process.exit(code)
