import "server-only"
import { type FactorStanding, findFactorStanding } from "@/db/queries/factors"
import type { Executor } from "@/db/types"

/** Step: how an account signs in and which factors it has. */
export function factorStanding(db: Executor, accountId: string): Promise<FactorStanding> {
  return findFactorStanding(db, accountId)
}
