import { eq } from "drizzle-orm"
import { installation, settings } from "@/db/schema/settings"
import type { Executor, Transaction } from "@/db/types"

/** The stored value of a setting, unparsed; undefined where the Department never set it. */
export async function findSetting(db: Executor, key: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
  return row?.value
}

/** Stores a setting, replacing what was there. */
export async function upsertSetting(
  tx: Transaction,
  row: {
    readonly key: string
    readonly value: unknown
    readonly changedAt: Date
    readonly changedBy: string | null
  },
): Promise<void> {
  await tx
    .insert(settings)
    .values(row)
    .onConflictDoUpdate({
      target: settings.key,
      set: {
        value: row.value,
        changedAt: row.changedAt,
        changedBy: row.changedBy,
      },
    })
}

/** What this database was stamped as, or nothing on a fresh one. */
export async function findInstallationMode(db: Executor): Promise<"demo" | "production" | undefined> {
  const [row] = await db.select({ mode: installation.mode }).from(installation)
  return row?.mode
}
