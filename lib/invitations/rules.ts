import { usernameKey } from "@/lib/signin/rules"

/** Limits of invitations (product page, "Limits and defaults"); times in seconds. */
export const invitationLimits = {
  /** How long the mailed link opens the page. */
  lifetime: 14 * 24 * 60 * 60,
  /** How long the code is good that opening it mails. */
  codeLifetime: 24 * 60 * 60,
  guesses: 5,
  /** Codes mailed an hour for one invitation. */
  codesPerHour: 5,
  hour: 60 * 60,
  /** How long after the right code the person may choose how to sign in. */
  choosingTime: 60 * 60,
} as const

/**
 * Whether a user name may be chosen: 4 to 40 Latin letters, digits, dots, hyphens and underscores, a letter first, so that
 * nobody takes it for a 13-digit number or an address.
 */
export function isUsername(typed: string): boolean {
  return /^[a-z][a-z0-9._-]{3,39}$/.test(usernameKey(typed))
}
