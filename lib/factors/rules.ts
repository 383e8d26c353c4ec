/** Limits of stronger factors. */
export const factorLimits = {
  /** Authenticator apps that an account may have. */
  apps: 5,
  /** Passkeys that an account may have. */
  passkeys: 10,
  /** Seconds that a passkey's challenge waits for its answer. */
  challenge: 5 * 60,
  /** Recovery codes of one issue. */
  recoveryCodes: 10,
  /** Seconds that an app may wait for its first code. */
  pending: 15 * 60,
} as const

/**
 * Authenticator apps (RFC 6238): six digits, a step of 30 seconds. Two steps either way are taken, so that a phone or a
 * server whose clock is a whole minute wrong still works: a code lives from 60 seconds before its step to 60 after it.
 * Five codes are right at a time; ten guesses an hour make that one chance in 20,000 (RFC 6238 §5.2, §6).
 */
export const totpRules = { digits: 6, period: 30, skew: 2, secretBytes: 20 } as const

// Without 0, 1, 8, 9, I and O a code read from paper has no doubtful sign (32 signs, 5 bits each).
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

/** Signs of a recovery code: 16 of 5 bits are 80 (NIST SP 800-63B-4 §4.2: 64 at the least). */
const recoverySigns = 16

/** A recovery code out of random bytes, of which each gives one sign. */
export function recoveryCode(random: Uint8Array): string {
  return [...random.slice(0, recoverySigns)].map((byte) => signs[byte % signs.length]).join("")
}

/** A recovery code out of whatever was typed, or nothing. */
export function typedRecoveryCode(typed: string): string | undefined {
  const bare = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Cf}\-–—]/gu, "")
  return bare.length === recoverySigns && [...bare].every((sign) => signs.includes(sign)) ? bare : undefined
}

/** Signs in groups of four, as a person copies them. */
export function groupsOfFour(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(" ")
}
