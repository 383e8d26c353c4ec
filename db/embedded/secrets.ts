import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withLock } from "../../bin/lock.mjs"

/** What a demonstration needs to keep between starts. Made at the first one, never shown. */
export type HomeSecrets = {
  /** In the form of the setting KEY_RING. */
  readonly keyRing: string
  readonly sessionSecret: string
  readonly ownerPassword: string
  readonly portalPassword: string
  /** The portal's as a client of the ThaiID stand-in; standard base64, as the real service issues them. */
  readonly thaidClientSecret: string
  /** Those of INFO, the sample system: as a client of the portal, of its database, and for the tokens that it keeps. */
  readonly infoClientSecret: string
  readonly infoDatabasePassword: string
  readonly infoKey: string
}

/**
 * Reads the secrets of a home (readable by their owner alone), and makes those that it lacks. Safe for several starts
 * at once.
 */
export async function homeSecrets(home: string): Promise<HomeSecrets> {
  mkdirSync(home, { recursive: true })
  return withLock(join(home, "locks", "secrets"), () => {
    const file = join(home, "secrets.json")
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<HomeSecrets>) : {}
    const secrets: HomeSecrets = {
      keyRing: `k1:${randomBytes(32).toString("base64")}`,
      sessionSecret: randomBytes(32).toString("base64url"),
      ownerPassword: randomBytes(24).toString("base64url"),
      portalPassword: randomBytes(24).toString("base64url"),
      thaidClientSecret: randomBytes(32).toString("base64"),
      infoClientSecret: randomBytes(32).toString("base64url"),
      infoDatabasePassword: randomBytes(24).toString("base64url"),
      infoKey: randomBytes(32).toString("base64"),
      ...known,
    }
    if (Object.keys(secrets).every((name) => name in known)) return secrets
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return secrets
  })
}
