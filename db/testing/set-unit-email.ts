import { eq } from "drizzle-orm"
import { units } from "@/db/schema/units"
import type { Database } from "@/db/types"

/** Gives a unit the mailbox that the reference data would give it. */
export async function setUnitEmail(db: Database, code: string, email: string): Promise<void> {
  await db.update(units).set({ email }).where(eq(units.code, code))
}
