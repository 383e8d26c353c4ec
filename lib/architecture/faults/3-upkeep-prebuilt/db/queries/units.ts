import { sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"

export async function touchUnit(db: never): Promise<void> {
  await touched(db, {})
}

const touched = prebuilt([], () => sql`update units set name_th = name_th`)
