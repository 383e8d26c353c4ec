import { execFileSync, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { say } from "./say.mjs"

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
]

/**
 * Finds a Chromium for the browser tests; as root on Debian it installs one when there is none.
 *
 * @returns {{ path: string } | { missing: string }}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named)
    return existsSync(named)
      ? { path: named }
      : { missing: `CHROMIUM_PATH names ${named}, which is not there.` }
  const found = usual.find((path) => existsSync(path))
  if (found) return { path: found }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) installFromDebian()
  const installed = usual.find((path) => existsSync(path))
  if (installed) return { path: installed }
  return {
    missing:
      "Chromium is not installed (looked for " +
      `${usual.join(", ")}). On Debian, as root: apt-get install chromium. Elsewhere set CHROMIUM_PATH to one.`,
  }
}

function installFromDebian() {
  say("installing Debian's chromium for the browser tests")
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "inherit" })
  try {
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      env,
      stdio: "ignore",
    })
  } catch {
    say("apt-get could not install chromium")
  }
}
