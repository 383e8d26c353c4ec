const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** The channel on which a committed mail announces itself to the jobs. */
export const mailChannel = "outbox_mail"

/** The recipient of a mail that is written for the sake of its cost alone, and sent to no one. */
export const nobody = ""

/** How long a mail may wait unsent before it is dropped, in milliseconds. */
export const longestWait = 24 * hour

/** After how many milliseconds unsent a reader is told that mail is late today. */
export const lateAfter = 20 * second

/** How long a sender may take over one mail before the attempt counts as failed, in milliseconds. */
export const sendTime = 60 * second

/** After how long without a sign of life a sender is taken for dead and its mail is another's, in milliseconds. */
export const leaseTime = 15 * second

/** How often a sender at work renews its lease, in milliseconds. */
export const renewEvery = 4 * second

/** Until a code would have expired every minute is worth a try; after that patience costs nothing. */
const waits = [5 * second, 15 * second, ...Array<number>(8).fill(minute), 5 * minute, 15 * minute]

/** How long to wait after the n-th failed attempt (n from 1), in milliseconds. */
export function waitAfter(attempts: number): number {
  return waits[Math.min(attempts, waits.length) - 1] ?? minute
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
