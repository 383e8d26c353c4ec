import { createHash } from "node:crypto"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { npm, runChild } from "./child.mjs"
import { withLock } from "./lock.mjs"
import { checkoutLocks, root } from "./root.mjs"
import { named, noteUse, otherStarts } from "./running.mjs"
import { every, giveUp, say } from "./say.mjs"

const stamp = join(root, "node_modules", ".dla-sso-installed")

function wanted() {
  const hash = createHash("sha256").update(process.version).update(process.platform).update(process.arch)
  return hash.update(readFileSync(join(root, "package-lock.json"))).digest("hex")
}

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted()

/**
 * Installs the packages of the lock file when they are missing or other than it says. Two starts take turns; under a
 * portal that runs on the packages, none are replaced.
 */
export async function ensureDependencies() {
  const onWait = () => say("another start is installing packages; waiting for it")
  const work = async () => {
    if (!isInstalled()) await install()
    noteUse("packages")
  }
  await withLock(join(checkoutLocks, "install"), work, { onWait })
}

async function install() {
  const [other] = otherStarts().filter((start) => start.uses !== "nothing")
  if (other) {
    giveUp(
      `The list of packages has changed, and ${named(other)} runs on those that would be replaced.\n` +
        "Stop it first (Ctrl-C where it runs), then start again: what changed is installed then.",
    )
  }
  say("installing packages (npm ci); the first time this takes a minute or two")
  rmSync(stamp, { force: true })
  const [program, args] = npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])
  const onSecond = every(15, "still installing")
  const done = await runChild(program, args, { stdio: ["ignore", "ignore", "inherit"], onSecond })
  if (done.code !== 0)
    giveUp("Installing the packages failed. See the lines of npm above; is the npm registry reachable?")
  writeFileSync(stamp, wanted())
  say("packages installed")
}
