import "server-only"
import { purgeSealedCodes } from "@/db/queries/activation"
import type { Database } from "@/db/types"
import { activationLimits } from "./rules"

/** Forgets the codes that were to be printed a day ago: who has not printed them issues new ones. */
export async function forgetCodes(db: Database, now: Date): Promise<void> {
  await purgeSealedCodes(db, new Date(now.getTime() - activationLimits.printable * 1000))
}
