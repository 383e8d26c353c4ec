import "server-only"
import { findInstallationMode } from "@/db/queries/settings"
import type { Executor } from "@/db/types"
import { env } from "@/lib/env"

/** Whether mode and database are both of a demonstration; `/dev/*` exists only then. */
export async function isStampedDemonstration(db: Executor): Promise<boolean> {
  return env.APP_MODE === "demo" && (await findInstallationMode(db)) === "demo"
}
