import "server-only"
import { z } from "zod"
import type { Executor } from "@/db/types"
import { readSetting } from "@/lib/settings/read-setting"
import { isSecondFactorAsked, secondFactorKey, storedSecondFactor } from "./second-factor"

/** Step: the day from which the second factor will be asked, or nothing when it is asked already. */
export async function comingSecondFactor(db: Executor, now: Date): Promise<Date | undefined> {
  const value = await readSetting(db, secondFactorKey, z.unknown(), undefined)
  return isSecondFactorAsked(value, now) ? undefined : new Date(storedSecondFactor.parse(value))
}
