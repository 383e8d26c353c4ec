import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { runChild } from "./child.mjs"
import { withLock } from "./lock.mjs"
import { checkoutLocks, root } from "./root.mjs"
import { named, noteUse, otherStarts } from "./running.mjs"
import { every, giveUp, say } from "./say.mjs"

const stamp = join(root, ".next", "dla-sso-built")

const folders = ["app", "components", "db", "lib", "public"]
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

/**
 * Makes the production build when the sources are other than those last built. Two starts take turns; under a portal
 * that runs on the build, no other is made.
 */
export async function ensureBuild() {
  const onWait = () => say("another start is building; waiting for it")
  const work = async () => {
    if (!isBuilt()) await build()
    noteUse("build")
  }
  await withLock(join(checkoutLocks, "build"), work, { onWait })
}

async function build() {
  const [other] = otherStarts().filter((start) => start.uses === "build")
  if (other) {
    giveUp(
      `The sources have changed, and ${named(other)} runs on the build that would be replaced.\n` +
        "Stop it first (Ctrl-C where it runs), then start again: what changed is built then.",
    )
  }
  say("building the portal; this takes about half a minute")
  // What the sources are now: a file changed during the build makes the next start build again.
  const built = wanted()
  rmSync(stamp, { force: true })
  const next = join(root, "node_modules", "next", "dist", "bin", "next")
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }
  const onSecond = every(15, "still building")
  const done = await runChild(process.execPath, [next, "build"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    onSecond,
  })
  if (done.code !== 0) giveUp(`${done.output}\nThe build failed; the lines above say where.`)
  writeFileSync(stamp, built)
  say("built")
}
