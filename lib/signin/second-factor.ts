import "server-only"
import { z } from "zod"

const stored = z.iso.datetime()

/** Whether the second factor is asked at an instant. A setting that is absent or unreadable means yes. */
export function isSecondFactorAsked(value: unknown, now: Date): boolean {
  const parsed = stored.safeParse(value)
  return !parsed.success || new Date(parsed.data) <= now
}
