import { connect } from "@/db/client"
import { makeRegistration } from "@/db/factories/registration"
import { findUnitOf } from "@/db/queries/recovery-assisted"
import { required } from "@/lib/env"

// makes complete requests of a unit that wait, for journeys at the desk: `run.ts <unit code> <how many> <name>`
const [unitCode = "", count = "1", name = "สมมุติ"] = process.argv.slice(2)
const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
const unit = await findUnitOf(db, unitCode)
if (!unit) throw new Error(`no unit ${unitCode}`)
for (let at = 0; at < Number(count); at += 1) {
  const now = new Date(Date.now() - 60_000 + at)
  const made = await makeRegistration(db, {
    unitId: unit.id,
    state: "submitted",
    familyNameTh: name,
    createdAt: now,
    submittedAt: now,
  })
  process.stdout.write(`${made.number} ${made.email}\n`)
}
await close()
