import { connect } from "@/db/client"
import { faultText } from "@/lib/audit/faults"
import { headFile, readHeads } from "@/lib/audit/head-file"
import { verify } from "@/lib/audit/verify"
import { keyRing } from "@/lib/crypto/ring"
import { verifyDecisions } from "@/lib/desk/decision-mac"
import { required } from "@/lib/env"

const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
// Read before the chain is: the chain may only have grown since.
const heads = await readHeads(headFile())
const { months, faults } = await verify(db, { ring: keyRing(), heads, now: new Date() })
const decisions = await verifyDecisions(db, keyRing())
await close()

for (const { month, links, state } of months) {
  process.stdout.write(`${month.slice(0, 7)}: ${links} events, ${state}\n`)
}
if (heads.length === 0) process.stdout.write(`no heads in ${headFile()}: a cut tail would not show\n`)
for (const fault of faults) process.stderr.write(`${faultText(fault)}\n`)
const decisionFaults = {
  changed: "says something else than its reviewer signed",
  "no-key": "was signed under a key that KEY_RING lacks",
}
process.stdout.write(`decisions: ${decisions.count}\n`)
for (const { id, fault } of decisions.faults)
  process.stderr.write(`decision ${id} ${decisionFaults[fault]}\n`)
const wrong = faults.length + decisions.faults.length
process.stdout.write(wrong === 0 ? "the audit is whole\n" : `faults: ${wrong}\n`)
process.exitCode = wrong === 0 ? 0 : 1
