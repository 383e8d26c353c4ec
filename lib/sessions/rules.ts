/** The version of the duties of use that a session must have accepted to be ready; raise it with every change of their text. */
export const dutiesVersion = 1

/** Limits of a session (product page, "Limits and defaults"; DGS 1-2 AAL2: 12 h, 30 min idle). In seconds. */
export const sessionLimits = {
  idle: 30 * 60,
  idleOnSharedComputer: 10 * 60,
  absolute: 12 * 60 * 60,
} as const

/** How seldom `last_seen_at` is written, in seconds: often enough for the idle limit, rarely enough for the disk. */
export const touchEvery = 60

/** Assurance of a session, told truthfully: an e-mailed code is never called a second factor (NIST SP 800-63B-4 §3.1.3.1). */
export const assurances = {
  password: { acr: "urn:dla:pwd", amr: ["pwd"] },
  passwordAndMailedCode: { acr: "urn:dla:email", amr: ["pwd", "email-otp"] },
  passwordAndTotp: { acr: "urn:dla:totp", amr: ["pwd", "otp", "mfa"] },
  passwordAndPasskey: { acr: "urn:dla:passkey", amr: ["pwd", "pop", "mfa"] },
  /** A passkey by itself: it is held, and its device asked for a finger, face or PIN (user verification). */
  passkey: { acr: "urn:dla:passkey", amr: ["pop", "mfa"] },
  /** The way out, never a strong factor: a paper that can be copied. */
  passwordAndRecoveryCode: { acr: "urn:dla:recovery", amr: ["pwd", "recovery-code"] },
  thaid: { acr: "urn:dla:thaid", amr: ["thaid", "mfa"] },
} as const

/** Whether an assurance opens the consoles: an app, a passkey or ThaiID; neither a mailed code nor a recovery code. */
export function isStrong(acr: string): boolean {
  const { passwordAndTotp, passkey, thaid } = assurances
  return [passwordAndTotp, passkey, thaid].some((strong) => strong.acr === acr)
}

/** Key of the Department's setting: the instant from which the consoles want a strong factor. */
export const strongFactorKey = "signin.strong-factor-from"

/** One of the assurances above. */
export type Assurance = (typeof assurances)[keyof typeof assurances]
