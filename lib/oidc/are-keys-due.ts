import "server-only"
import { listKeys } from "@/db/queries/oidc"
import type { Executor } from "@/db/types"
import { keyAct, keyTimes, keyUses } from "./rules"

/** Whether `keepKeys` has anything to do. Before a provider ran for the first time there is nothing to look after. */
export async function areKeysDue(db: Executor, now: Date): Promise<boolean> {
  const rows = await listKeys(db)
  if (rows.length === 0) return false
  const old = now.getTime() - keyTimes.retired * 1000
  const hasOld = rows.some(
    ({ state, retiredAt }) => state === "retired" && (retiredAt?.getTime() ?? old) < old,
  )
  return hasOld || keyUses.some((use) => keyAct(use, rows, now) !== undefined)
}
