import { parseArgs } from "node:util"
import postgres from "postgres"
import { parseKeyRing } from "@/lib/crypto/key-ring"
import { env, required } from "@/lib/env"
import { NotADemonstration, seedSynthetic } from "./seed-synthetic"

// `npm run seed:synthetic -- --accounts 200000`
const began = performance.now()
const say = (line: string) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6)
  process.stdout.write(`${seconds} s  ${line}\n`)
}

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { accounts: { type: "string", default: "1000" } } })
  const accounts = Number(values.accounts)
  if (!Number.isInteger(accounts) || accounts < 1 || accounts > 9_999_999) {
    say("--accounts must be a whole number from 1 to 9999999")
    return 1
  }
  if (env.APP_MODE !== "demo") throw new NotADemonstration("invented people are for a demonstration only")
  const counts = await seedSynthetic(required("DATABASE_URL"), {
    accounts,
    home: env.DLA_SSO_HOME,
    ring: parseKeyRing(required("KEY_RING")),
    now: new Date(),
    onProgress: say,
  })
  await gatherStatistics()
  say(
    `${counts.before} people were there, ${counts.added} added: s0000001 … s${String(accounts).padStart(7, "0")}`,
  )
  say(`password of all of them: ${counts.password}   (kept in ${env.DLA_SSO_HOME}/synthetic.json)`)
  return 0
}

/** So that the planner knows the new rows at once, not a minute later. Only the owner may. */
async function gatherStatistics(): Promise<void> {
  const owner = postgres(required("DATABASE_OWNER_URL"), { max: 1, onnotice: () => {} })
  await owner`analyze persons, accounts, memberships, admin_appointments, grants`.finally(() => owner.end())
}

try {
  process.exitCode = await run()
} catch (thrown) {
  if (!(thrown instanceof NotADemonstration)) throw thrown
  say(`refused: ${thrown.message}`)
  process.exitCode = 1
}
