import { arabicDigits } from "@/lib/i18n/digits"

/** Limits of mailed codes (product page; NIST SP 800-63B-4 §3.1.3: at most 10 minutes, once). Times in seconds. */
export const otpLimits = {
  lifetime: 10 * 60,
  resendAfter: 5 * 60,
  liveAtOnce: 2,
  guesses: 5,
  mailedPerHour: 5,
  wrongPerHour: 10,
  hour: 60 * 60,
} as const

/** Six digits out of whatever was typed or pasted (spaces, dashes, Thai digits), or nothing. */
export function typedCode(typed: string): string | undefined {
  const bare = arabicDigits(typed).replace(/[\s\p{Cf}\-–—]/gu, "")
  return /^\d{6}$/.test(bare) ? bare : undefined
}

/** `pranee@example.go.th` as `prXXXXXXXX@example.go.th`: two characters, eight X, the domain in full. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@")
  return `${[...email.slice(0, at)].slice(0, 2).join("")}XXXXXXXX${email.slice(at)}`
}

/** When a new code may be asked for. */
export function resendAt(sentAt: Date): Date {
  return new Date(sentAt.getTime() + otpLimits.resendAfter * 1000)
}
