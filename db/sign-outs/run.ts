import { connect } from "@/db/client"
import { listSignOutCounts, touchUnconfirmed } from "@/db/queries/oidc-sign-outs"
import { required } from "@/lib/env"
import { tellFor } from "@/lib/oidc/sign-out-times"

// `npm run oidc:sign-outs`: which systems confirmed the sign-outs of the last week; `-- retry <client id>` tells one anew.
const say = (line: string) => process.stdout.write(`${line}\n`)
const now = new Date()
const week = 7 * 24 * 60 * 60_000

const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
try {
  const [wanted, clientId] = process.argv.slice(2)
  if (wanted === "retry" && clientId) {
    const giveUpAt = new Date(now.getTime() + tellFor)
    say(`${await touchUnconfirmed(db, { clientId, now, giveUpAt })} sign-outs are told anew`)
  }
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
