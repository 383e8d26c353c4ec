import { connect } from "@/db/client"
import { listSignOutCounts } from "@/db/queries/oidc-sign-outs"
import { required } from "@/lib/env"

// `npm run oidc:sign-outs`: which systems confirmed the sign-outs of the last week.
const say = (line: string) => process.stdout.write(`${line}\n`)
const now = new Date()
const week = 7 * 24 * 60 * 60_000

const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
try {
  const rows = await listSignOutCounts(db, new Date(now.getTime() - week))
  if (rows.length === 0) say("no sign-outs in the last week")
  for (const { systemCode, clientId: id, state, count, mostAttempts, lastAnswers, nextAttemptAt } of rows) {
    const tried =
      lastAnswers.length > 0 ? `, answers ${lastAnswers.join(" ")}, up to ${mostAttempts} attempts` : ""
    const next = nextAttemptAt ? `, next at ${new Date(nextAttemptAt).toISOString()}` : ""
    say(`${systemCode} ${id}: ${state} ${count}${tried}${next}`)
  }
} finally {
  await close()
}
