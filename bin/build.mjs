import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { withLock } from "./lock.mjs"
import { checkoutLocks, root } from "./root.mjs"
import { giveUp, say } from "./say.mjs"

const stamp = join(root, ".next", "dla-sso-built")

const folders = ["app", "components", "db", "lib", "pages", "public"]
const files = [
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
]
const code = /\.(ts|tsx|css|js|mjs|svg|woff2)$/
const tests = /\.test\.tsx?$/

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sources(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return code.test(entry.name) && !tests.test(entry.name) ? [path] : []
  })
}

function wanted() {
  const hash = createHash("sha256").update(process.version)
  const all = [
    ...folders.flatMap((name) => sources(join(root, name))),
    ...files.map((name) => join(root, name)),
  ]
  for (const path of all.sort()) {
    if (existsSync(path)) hash.update(relative(root, path)).update(readFileSync(path))
  }
  return hash.digest("hex")
}

const isBuilt = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted()

/** Makes the production build when the sources are other than those last built. Two starts take turns. */
export async function ensureBuild() {
  if (isBuilt()) return
  const onWait = () => say("another start is building; waiting for it")
  await withLock(join(checkoutLocks, "build"), build, { onWait })
}

function build() {
  if (isBuilt()) return
  say("building the portal; this takes about half a minute")
  const next = join(root, "node_modules", "next", "dist", "bin", "next")
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }
  const done = spawnSync(process.execPath, [next, "build"], { cwd: root, env, encoding: "utf8" })
  if (done.status !== 0)
    giveUp(`${done.stdout}\n${done.stderr}\nThe build failed; the lines above say where.`)
  writeFileSync(stamp, wanted())
  say("built")
}
