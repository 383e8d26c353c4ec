import { execFileSync, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { say } from "./say.mjs"

const usual = ["/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd"]

/**
 * Finds ClamAV's daemon for the tests of the virus scan; as root on Debian it installs it when there is none. Where CI
 * runs the tests it has to be there; elsewhere those tests are left out.
 *
 * @returns {string | null} its path
 */
export function findClamd() {
  const found = clamd()
  if ("path" in found) return found.path
  if (["1", "true"].includes(process.env.CI ?? "")) throw new Error(found.missing)
  return null
}

/** @returns {{ path: string } | { missing: string }} */
function clamd() {
  const found = usual.find((path) => existsSync(path))
  if (found) return { path: found }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) installFromDebian()
  const installed = usual.find((path) => existsSync(path))
  if (installed) return { path: installed }
  return {
    missing: `clamd is not installed (looked for ${usual.join(", ")}). On Debian, as root: apt-get install clamav-daemon.`,
  }
}

function installFromDebian() {
  say("installing Debian's clamav-daemon for the tests of the virus scan")
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" })
  try {
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "clamav-daemon"], {
      env,
      stdio: "ignore",
    })
  } catch {
    say("apt-get could not install clamav-daemon")
  }
}
