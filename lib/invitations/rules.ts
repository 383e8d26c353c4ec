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
} as const
