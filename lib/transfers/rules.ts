/** Limits of transfers; times in seconds. */
export const transferLimits = {
  /** How long a transfer waits to be signed, and for its day at the latest. */
  lifetime: 30 * 24 * 60 * 60,
} as const

/** How far back the list goes, in days. */
export const shownDays = 90

/** State of a transfer. */
export type TransferState = "open" | "agreed" | "done" | "refused" | "withdrawn" | "expired"
