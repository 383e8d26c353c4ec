import { connect } from "@/db/client"
import { required } from "@/lib/env"
import { loadReference } from "./load"
import { MalformedReference } from "./read-csv"

// `npm run reference:load`
const say = (line: string) => process.stdout.write(`${line}\n`)
const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
try {
  const { units } = await loadReference(db, { now: new Date(), onProgress: say })
  say(`reference: committed; ${units.recoded} units got a new code`)
  if (units.missing.length > 0)
    say(`reference: kept, though no longer in the file: ${units.missing.join(", ")}`)
} catch (thrown) {
  if (!(thrown instanceof MalformedReference)) throw thrown
  say(`reference: nothing loaded: ${thrown.message}`)
  process.exitCode = 1
} finally {
  await close()
}
