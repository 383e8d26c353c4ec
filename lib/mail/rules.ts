const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long a mail may wait unsent before it is dropped, in milliseconds. */
export const longestWait = 24 * hour

/** After how many milliseconds unsent a reader is told that mail is late today. */
export const lateAfter = 20 * second

const waits = [5 * second, 15 * second, minute, 5 * minute, 15 * minute] as const

/** How long to wait after the n-th failed attempt (n from 1), in milliseconds. */
export function waitAfter(attempts: number): number {
  return waits[Math.min(attempts, waits.length) - 1] ?? waits[0]
}

/** What the outbox knows of a mail. */
export type MailState = {
  readonly createdAt: Date
  readonly lastError: string | null
  readonly sentAt: Date | null
  readonly droppedAt: Date | null
}

/** Whether a mail's reader should be told that mail is late: still unsent after a while, or its transport fails. */
export function isLate(state: MailState, now: Date): boolean {
  if (state.sentAt) return false
  if (state.droppedAt || state.lastError !== null) return true
  return now.getTime() - state.createdAt.getTime() >= lateAfter
}
