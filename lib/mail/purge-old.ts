import "server-only"
import { purgeSettledMails } from "@/db/queries/mail"
import type { Executor } from "@/db/types"

/** Traffic data is kept 90 days at the least (Computer Crime Act B.E. 2550 s.26), and here no longer. */
const keptFor = 90 * 24 * 60 * 60_000

/** Deletes the records of mail that was settled long ago. */
export async function purgeOldMail(db: Executor, now: Date): Promise<void> {
  await purgeSettledMails(db, new Date(now.getTime() - keptFor))
}
