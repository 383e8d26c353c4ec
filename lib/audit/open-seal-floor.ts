import "server-only"
import { findSealedBefore } from "@/db/queries/audit"
import type { Executor } from "@/db/types"
import { longestTransaction, SealFloor } from "./seal-floor"

/**
 * The floor at which a sealing process starts: what had been sealed for ten minutes when sealing was last at work. An
 * event put in below it later is never sealed, and so is found by verification.
 */
export async function openSealFloor(db: Executor): Promise<SealFloor> {
  return new SealFloor(await findSealedBefore(db, longestTransaction / 1000))
}
