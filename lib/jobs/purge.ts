import "server-only"
import { purgeDeadRows } from "@/db/queries/jobs"
import type { Database } from "@/db/types"
import { forgetCodes } from "@/lib/activation/forget-codes"
import { lapseDue } from "@/lib/caretakers/lapse-due"
import { purgeRequests } from "@/lib/clients/purge-requests"
import { forgetImports } from "@/lib/imports/forget-imports"
import { purgeChanges } from "@/lib/machine/purge-changes"
import { purgeOldMail } from "@/lib/mail/purge-old"
import { purgeSignIns } from "@/lib/oidc/purge-sign-ins"
import { expireOrders } from "@/lib/orders/expire-orders"
import { purgeDrafts } from "@/lib/registration/purge-drafts"
import { purgeUnkept } from "@/lib/webhooks/purge-unkept"
import { purgeRefusals } from "@/lib/why/purge-refusals"
import { type Running, repeat } from "./repeat"

const hour = 60 * 60_000
const day = 24 * hour

/**
 * Deletes what has served its time. A sign-in's leftovers stay a day, so that a late click still gets the right answer;
 * failures count for 24 hours; sessions are traffic data, kept 90 days (Computer Crime Act B.E. 2550 s.26); a device
 * not used for a year is new again. Orders whose last day is over, and those nobody goes on with, are settled as well, and so
 * is what an office looked after for its time.
 */
export async function purgeOnce(db: Database, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age)
  await purgeDeadRows(db, {
    flows: before(day),
    throttles: before(day + hour),
    limits: before(hour),
    sessions: before(90 * day),
    devices: before(365 * day),
  })
  await purgeOldMail(db, now)
  await purgeSignIns(db, now)
  await purgeDrafts(db, now)
  await purgeRefusals(db, now)
  await forgetCodes(db, now)
  await forgetImports(db, now)
  await purgeChanges(db, now)
  await purgeRequests(db, now)
  await purgeUnkept(db)
  await db.transaction((tx) => expireOrders(tx, now))
  await lapseDue(db, now)
}

/** Does so each hour. */
export function purge(db: Database, clock: () => Date): Running {
  return repeat("purge", hour, async () => {
    await purgeOnce(db, clock())
    return "idle"
  })
}
