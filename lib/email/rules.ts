import { arabicDigits } from "@/lib/i18n/digits"

/** Longest address (RFC 5321 §4.5.3.1.3), in code units. */
export const longestAddress = 254

/** A typed address as it is kept: no invisible characters or spaces around, the host in lower case. */
export function typedAddress(typed: string): string {
  const bare = arabicDigits(typed)
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
  const at = bare.lastIndexOf("@")
  return at < 0 ? bare : bare.slice(0, at) + bare.slice(at).toLowerCase()
}

/** What an account's address needs to be changed. */
export type Standing = { readonly isVerified: boolean; readonly isSecondFactorAsked: boolean }

/**
 * Whether a signed-in person may set an address at all. A password alone never changes a confirmed one, that needs a
 * code to it; and once the second factor is asked, it never gives an account its first one either.
 */
export function isSettable({ isVerified, isSecondFactorAsked }: Standing): boolean {
  return isVerified || !isSecondFactorAsked
}
