import { join } from "node:path"
import { freePort } from "./port.mjs"
import { root } from "./root.mjs"

/**
 * How a demonstration and INFO, its sample system, know each other: settings by which the portal registers it, an
 * environment for INFO that holds nothing else of the portal's, and one for preparing its database, which alone has the
 * owner's key.
 *
 * @param {NodeJS.ProcessEnv} env of the portal, with the owner of the database
 * @param {{ infoClientSecret: string, infoDatabasePassword: string, infoKey: string }} secrets
 */
export async function infoSample(env, secrets) {
  const port = env.INFO_PORT || String(await freePort())
  const portal = new URL(env.ORIGIN ?? "")
  const owner = env.DATABASE_OWNER_URL ?? ""
  // Where phones of the same network may come, they need an address that they can reach.
  const host = env.DEMO_LISTEN ? portal.hostname : "127.0.0.1"
  const origin = env.INFO_ORIGIN || `http://${host}:${port}`
  const own = new URL(owner)
  // One role for each database: roles are shared by all databases of a server.
  own.username = `${own.pathname.slice(1)}_info`
  own.password = secrets.infoDatabasePassword
  const known = { ...passedOn(env), INFO_DATABASE_URL: own.href }
  return {
    portal: { INFO_ORIGIN: origin },
    preparing: {
      ...known,
      INFO_DATABASE_OWNER_URL: owner,
      INFO_REFERENCE: join(root, "db", "reference", "data"),
    },
    info: {
      ...known,
      INFO_PORT: port,
      INFO_LISTEN: env.DEMO_LISTEN || "127.0.0.1",
      INFO_ORIGIN: origin,
      INFO_ISSUER: `${portal.origin}/oidc`,
      INFO_CLIENT_SECRET: secrets.infoClientSecret,
      INFO_KEY: secrets.infoKey,
      INFO_TODAY: env.INFO_TODAY || dayToTry(new Date()),
    },
  }
}

/**
 * A day on which the quarterly report can be recorded, so that it can be tried whenever the demonstration is started:
 * nothing on such a day, else the tenth of the next one's month. INFO says it on every page.
 *
 * @param {Date} now
 */
export function dayToTry(now) {
  const bangkok = new Date(now.getTime() + 7 * 3_600_000)
  const [month, day] = [bangkok.getUTCMonth() + 1, bangkok.getUTCDate()]
  if (month % 3 === 0 && day <= 30) return ""
  // the 31st lies after its month's recording
  const next = month % 3 === 0 ? month + 3 : month + (3 - (month % 3))
  const [year, shown] =
    next > 12 ? [bangkok.getUTCFullYear() + 1, next - 12] : [bangkok.getUTCFullYear(), next]
  return `${year}-${String(shown).padStart(2, "0")}-10`
}

/**
 * The mode is passed on as it is.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function passedOn(env) {
  const wanted = /^(?:PATH|HOME|TMPDIR|TEMP|TMP|SystemRoot|NODE_ENV|APP_MODE|INFO_ASK_AGAIN_SECONDS)$/
  return Object.fromEntries(Object.entries(env).filter(([name]) => wanted.test(name)))
}
