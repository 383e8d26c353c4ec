const minute = 60
const hour = 60 * minute

/** Limits of webhooks. */
export const webhookLimits = {
  secrets: 2,
  /** Seconds for which a sender holds a system: longer than one call can take, so that calls never overlap. */
  lease: 30,
  /** Calls of one system in a row, before another system has its turn. */
  inARow: 25,
  /** Seconds of failures after which the portal stops calling until somebody lets it go on. */
  givesUpAfter: 3 * 24 * hour,
  /** Lines of the report on one page. */
  page: 50,
} as const

/** Seconds until a call that failed is tried again, by the number of the failure; the last one from then on. */
const pauses = [5, 30, 2 * minute, 10 * minute, 30 * minute, hour, 3 * hour] as const

/** How long to wait after so many failures of one call, in seconds. */
export function pauseAfter(failures: number): number {
  return pauses[Math.min(failures, pauses.length) - 1] ?? pauses[0]
}

/** Whether a system took a call: any 2xx counts (Standard Webhooks). A redirect does not, and is not followed. */
export function isTaken(status: number): boolean {
  return status >= 200 && status < 300
}
