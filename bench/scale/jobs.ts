import { markSuspensionsOver } from "@/db/queries/members-acts"
import { listUntold } from "@/db/queries/oversight-count"
import { withdrawLapsed } from "@/db/queries/rights"
import { expireRequests } from "@/db/queries/rights-requests"
import type { Transaction } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"
import type { Asks } from "./questions"
import type { AskedSet } from "./subjects"

const limit = 200

const undone = new Error("undone")

/** What the jobs send every few minutes, undone again: only their plans are looked at. */
const job = (name: string, work: (tx: Transaction, now: Date) => Promise<unknown>): Asks => ({
  name: `job, ${name}`,
  async ask({ db }: AskedSet, _run: number, now: Date) {
    const rolledBack = db.transaction(async (tx) => {
      await work(tx, now)
      throw undone
    })
    await rolledBack.catch((thrown) => {
      if (thrown !== undone) throw thrown
    })
    return 0
  },
})

/** Jobs that look for what is due; the count of coverage reads all there is by its nature, and is timed instead. */
export const jobs: readonly Asks[] = [
  job("suspensions that end", (tx, now) => markSuspensionsOver(tx, { day: bangkokDay(now), now })),
  job("grants suspended for long", (tx, now) => withdrawLapsed(tx, { suspendedBefore: now, now, limit })),
  job("requests that nobody answered", (tx, now) => expireRequests(tx, { now, limit })),
  job("findings nobody was told of", (tx) => listUntold(tx, limit)),
]
