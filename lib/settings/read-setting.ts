import "server-only"
import type { z } from "zod"
import { findSetting } from "@/db/queries/settings"
import type { Executor } from "@/db/types"

/**
 * The value of a setting, checked by the schema of the room that obeys it; `otherwise` where the Department never set
 * it. Throws on a stored value that the schema refuses: guessing at the Department's will would be worse.
 */
export async function readSetting<S extends z.ZodType>(
  db: Executor,
  key: string,
  schema: S,
  otherwise: z.output<S>,
): Promise<z.output<S>> {
  const stored = await findSetting(db, key)
  return stored === undefined ? otherwise : schema.parse(stored.value)
}
