import postgres from "postgres"
import { parseKeyRing } from "@/lib/crypto/key-ring"
import { env, required } from "@/lib/env"
import { connect } from "./client"
import { homeSecrets } from "./embedded/secrets"
import { listMissingKeys } from "./keys/missing-keys"
import { migrate } from "./migrate"
import { loadReference } from "./reference/load"
import { ensureCast } from "./seed/ensure-cast"
import { ensureInfo } from "./seed/ensure-info"
import { ensureManuals } from "./seed/ensure-manuals"
import { ensureOrders } from "./seed/ensure-orders"
import { ensureRegistrations } from "./seed/ensure-registrations"
import { foreignInstallation, stampInstallation } from "./seed/stamp"

// Run by `npm start` before the portal: schema, stamp, reference data and, in a demonstration, the cast.

const now = new Date()
const say = (line: string) => process.stdout.write(`          ${line}\n`)

async function prepare(): Promise<string | undefined> {
  const ownerUrl = required("DATABASE_OWNER_URL")
  const portalUrl = new URL(required("DATABASE_URL"))
  const role = decodeURIComponent(portalUrl.username)
  const password = decodeURIComponent(portalUrl.password)
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const foreign = await foreignInstallation(owner, env.APP_MODE)
    if (foreign) return foreign
    await migrate(ownerUrl, password ? { role, password } : { role }, { now })
    say("schema up to date")
    const wrong = await stampInstallation(owner, env.APP_MODE, now)
    if (wrong) return wrong
  } finally {
    await owner.end()
  }
  const { db, close } = connect(portalUrl.href, { max: 2 })
  try {
    const ring = parseKeyRing(required("KEY_RING"))
    for (const line of await listMissingKeys(db, ring)) say(`WARNING   ${line}`)
    await loadReference(db, { now, onProgress: say })
    await ensureManuals(db, now)
    if (env.APP_MODE === "demo") {
      const home = env.DLA_SSO_HOME
      const cards = await ensureCast(db, { home, ring, now })
      await ensureRegistrations(db, now)
      await ensureOrders(db, now)
      const { infoClientSecret: secret } = await homeSecrets(home)
      if (env.INFO_ORIGIN) await ensureInfo(db, { origin: env.INFO_ORIGIN, secret, now })
      say(`${cards.length} invented people ready`)
    }
  } finally {
    await close()
  }
  return undefined
}

const wrong = await prepare()
if (wrong) {
  process.stderr.write(`\nCan't start: ${wrong}.\n\n`)
  process.exitCode = 1
}
