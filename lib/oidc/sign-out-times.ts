import "server-only"

/** Milliseconds after which a sign-out that a system did not confirm is told again; the last for all that follow. */
const waits = [1, 2, 5, 15, 60, 5 * 60, 15 * 60, 60 * 60].map((seconds) => seconds * 1000)

export function waitAfter(attempts: number): number {
  return waits[Math.min(attempts, waits.length) - 1] ?? 0
}

/** Milliseconds for which a system is told of a sign-out before the portal gives up. */
export const tellFor = 24 * 60 * 60_000

/** Milliseconds for which one teller has a sign-out in hand: longer than a call may take, so that no other begins meanwhile. */
export const leaseTime = 8_000
