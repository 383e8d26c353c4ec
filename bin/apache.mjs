import { execFileSync, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { say } from "./say.mjs"

const program = "/usr/sbin/apache2"
const modules = "/usr/lib/apache2/modules"

/**
 * Finds Debian's Apache with mod_auth_openidc for the test of its ready settings; as root on Debian it installs them when
 * they are not there (the program alone: no server is started). Where CI runs the test they have to be there; elsewhere
 * it is left out.
 *
 * @returns {{ program: string, modules: string } | null}
 */
export function findApache() {
  if (!isThere() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) installFromDebian()
  if (isThere()) return { program, modules }
  if (["1", "true"].includes(process.env.CI ?? ""))
    throw new Error(
      `Apache with mod_auth_openidc is not installed (looked for ${program} and ${modules}/mod_auth_openidc.so). ` +
        "On Debian, as root: apt-get install apache2-bin libapache2-mod-auth-openidc.",
    )
  return null
}

const isThere = () => existsSync(program) && existsSync(`${modules}/mod_auth_openidc.so`)

function installFromDebian() {
  say("installing Debian's Apache with mod_auth_openidc for the test of its settings")
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" })
  const wanted = ["apache2-bin", "libapache2-mod-auth-openidc"]
  try {
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...wanted], {
      env,
      stdio: "ignore",
    })
  } catch {
    say(`apt-get could not install ${wanted.join(" and ")}`)
  }
}
