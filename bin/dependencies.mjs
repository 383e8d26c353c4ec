import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withLock } from "./lock.mjs"
import { checkoutLocks, root } from "./root.mjs"
import { giveUp, say } from "./say.mjs"

const stamp = join(root, "node_modules", ".dla-sso-installed")

function wanted() {
  const files = ["package.json", "package-lock.json"].map((name) => readFileSync(join(root, name)))
  const hash = createHash("sha256").update(process.version).update(process.platform).update(process.arch)
  for (const file of files) hash.update(file)
  return hash.digest("hex")
}

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted()

/** Installs the packages of the lock file when they are missing or other than it says. Two starts take turns. */
export async function ensureDependencies() {
  if (isInstalled()) return
  const onWait = () => say("another start is installing packages; waiting for it")
  await withLock(join(checkoutLocks, "install"), install, { onWait })
}

function install() {
  if (isInstalled()) return
  say("installing packages (npm ci); the first time this takes a minute or two")
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]
  const done = spawnSync("npm", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
  if (done.status !== 0)
    giveUp("Installing the packages failed. See the lines of npm above; is the npm registry reachable?")
  writeFileSync(stamp, wanted())
  say("packages installed")
}
