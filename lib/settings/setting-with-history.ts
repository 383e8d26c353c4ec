import "server-only"
import type { z } from "zod"
import { findSetting, listSettingChanges } from "@/db/queries/settings"
import type { Executor } from "@/db/types"

/** Changes that a screen shows; the audit has all of them. */
const shownChanges = 20

/** Step: the value in force with its version (0 for none), and who changed it when. Unreadable old values are left out. */
export async function settingWithHistory<S extends z.ZodType>(db: Executor, key: string, schema: S) {
  const parsed = (value: unknown): z.output<S> | undefined => schema.safeParse(value).data
  const [current, changes] = await Promise.all([
    findSetting(db, key),
    listSettingChanges(db, key, shownChanges),
  ])
  return {
    version: current?.version ?? 0,
    value: parsed(current?.value),
    changes: changes.map((change) => ({ ...change, value: parsed(change.value) })),
  }
}
