/** Whether a text is thirteen ASCII digits whose last is the mod-11 check digit of the twelve before. */
export function isNationalId(text: string): boolean {
  return /^[0-9]{13}$/.test(text) && Number(text[12]) === checkDigit(text.slice(0, 12))
}

/** The check digit that twelve digits call for: weights 13 to 2, modulo 11. */
export function checkDigit(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return (11 - (sum % 11)) % 10
}

/** Thai digits, blanks and hyphens as people type them become plain digits. */
export function plainDigits(typed: string): string {
  return typed.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replace(/[\s-]/g, "")
}
