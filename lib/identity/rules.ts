import { arabicDigits } from "@/lib/i18n/digits"

/** The last digit of a 13-digit number, worked out from the twelve before: (11 − Σ dᵢ·(14 − i) mod 11) mod 10. */
export function nationalIdCheckDigit(first12: string): number {
  const sum = [...first12].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return (11 - (sum % 11)) % 10
}

/** Whether 13 bare digits are a possible national ID: class 1–8 and a right check digit. */
export function isNationalId(bare: string): boolean {
  return /^[1-8]\d{12}$/.test(bare) && nationalIdCheckDigit(bare.slice(0, 12)) === Number(bare[12])
}

/** The bare digits of a number typed with dashes, spaces or Thai digits; nothing when they are not a national ID. */
export function parseNationalId(typed: string): string | undefined {
  const bare = arabicDigits(typed).replace(/[\s\p{Cf}\-–—]/gu, "")
  return isNationalId(bare) ? bare : undefined
}

/** `1-2345-67890-12-1`, as on the card. */
export function formatNationalId(bare: string): string {
  return bare.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, "$1-$2-$3-$4-$5")
}

/** `X-XXXX-XXXXX-12-1`: what a screen may show of it. */
export function maskNationalId(bare: string): string {
  return formatNationalId(bare.replace(/^\d{10}/, "XXXXXXXXXX")).replace(
    /^(X)(X{4})(X{5})(\d{2})(\d)$/,
    "$1-$2-$3-$4-$5",
  )
}
