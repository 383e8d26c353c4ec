import { connect } from "@/db/client"
import { ensureCast } from "@/db/seed/ensure-cast"
import { keyRing } from "@/lib/crypto/ring"
import { env, required } from "@/lib/env"

// Puts the invented people into the database that the environment names, and prints their cards: for tests of a product
// that would never do so itself.
const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
const at = { home: env.DLA_SSO_HOME, ring: keyRing(), now: new Date() }
process.stdout.write(`${JSON.stringify(await ensureCast(db, at).finally(close))}\n`)
