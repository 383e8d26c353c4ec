/** Limits of the ways back into an account. Times in seconds. */
export const recoveryLimits = {
  /** How long a mailed code lives; NIST SP 800-63B-4 §4.2.1.2 allows a day, a guesser gets less. */
  codeLifetime: 30 * 60,
  /** How long a proved person has for the new password. */
  settingTime: 30 * 60,
  guesses: 5,
  /** How often an hour a name may be typed, and an account be mailed: a stranger must not fill a mailbox. */
  perName: 5,
  perAccount: 5,
  wrongPerHour: 10,
  hour: 60 * 60,
  addressWindow: 10 * 60,
} as const

/** A way back by people in charge: how long the owner may cancel, how long it may wait, how long its link lives. Seconds. */
export const assistLimits = {
  wait: 24 * 60 * 60,
  /** A new address counts only when the owner had three days to object at the former one. */
  newAddressWait: 72 * 60 * 60,
  approvers: 2,
  lifetime: 14 * 24 * 60 * 60,
  linkLifetime: 24 * 60 * 60,
} as const

/** What decides whether the link may go out. */
export type Assist = {
  readonly reason: string
  readonly newEmail: string | null
  readonly ownerTold: boolean
  readonly waitUntil: Date
  readonly approvals: number
}

/**
 * Whether the link of a way back by people in charge may be mailed. Two persons, or one and the wait. A new address
 * always wants two, and the wait as well where the owner could be told at the former one; a lost second factor wants two.
 */
export function isReady(assist: Assist, now: Date): boolean {
  const { newEmail, ownerTold, waitUntil } = assist
  const [isTwo, hasWaited] = [assist.approvals >= assistLimits.approvers, waitUntil <= now]
  if (dropsFactors(assist) && !isTwo) return false
  if (newEmail !== null) return isTwo && (hasWaited || !ownerTold)
  return isTwo || (hasWaited && ownerTold)
}

/** Whether the second factors of the account go with its password. */
export function dropsFactors({ reason }: Pick<Assist, "reason">): boolean {
  return reason === "lost-factor"
}

/** How long a recovered account is without administrative power, unless ThaiID proved the person; in seconds. */
export const powersHeld = 72 * 60 * 60
