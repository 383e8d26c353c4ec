import { connect } from "@/db/client"
import { faultText } from "@/lib/audit/faults"
import { headFile, readHeads } from "@/lib/audit/head-file"
import { verify } from "@/lib/audit/verify"
import { keyRing } from "@/lib/crypto/ring"
import { required } from "@/lib/env"

const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
// Read before the chain is: the chain may only have grown since.
const heads = await readHeads(headFile())
const { months, faults } = await verify(db, { ring: keyRing(), heads, now: new Date() })
await close()

for (const { month, links, state } of months) {
  process.stdout.write(`${month.slice(0, 7)}: ${links} events, ${state}\n`)
}
if (heads.length === 0) process.stdout.write(`no heads in ${headFile()}: a cut tail would not show\n`)
for (const fault of faults) process.stderr.write(`${faultText(fault)}\n`)
process.stdout.write(faults.length === 0 ? "the audit is whole\n" : `faults: ${faults.length}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
