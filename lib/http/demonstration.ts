import "server-only"
import { env } from "@/lib/env"

/** Whether this portal runs as a demonstration: every page then says that its data is invented. */
export function isDemonstration(): boolean {
  return env.APP_MODE === "demo"
}
