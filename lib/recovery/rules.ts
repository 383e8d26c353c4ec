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

/** How long a recovered account is without administrative power, unless ThaiID proved the person; in seconds. */
export const powersHeld = 72 * 60 * 60
