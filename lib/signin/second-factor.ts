import "server-only"
import { z } from "zod"

/** Key of the Department's setting: the instant from which the second factor is asked. */
export const secondFactorKey = "signin.second-factor-from"

/** How the instant is stored: ISO 8601 in UTC. */
export const storedSecondFactor = z.iso.datetime()

/** Whether the second factor is asked at an instant. A setting that is absent or unreadable means yes. */
export function isSecondFactorAsked(value: unknown, now: Date): boolean {
  const parsed = storedSecondFactor.safeParse(value)
  return !parsed.success || new Date(parsed.data) <= now
}
