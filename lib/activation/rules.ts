import { arabicDigits } from "@/lib/i18n/digits"

/** Limits of activation. Times in seconds. */
export const activationLimits = {
  /** A printed code is good for a fortnight. */
  codeLifetime: 14 * 24 * 60 * 60,
  /** What a code opened is gone after so long, and opens again by the code. */
  sessionLifetime: 2 * 60 * 60,
  /** The code itself is kept for printing no longer than a day. */
  printable: 24 * 60 * 60,
  wrongPerUnit: 10,
  unitWindow: 60 * 60,
  addressWindow: 10 * 60,
  /** Letters of one run. */
  perRun: 500,
} as const

// Sixteen letters, none of which looks like another on paper or by hand, and no digit: so a letter is four bits, and what
// was typed with the keyboard still in Thai can be read back.
const letters = "ACEFGHJKMNPRTWXY"

/** Letters of a code: 96 bits. */
export const codeLength = 24

/** A code out of bytes by chance, two letters a byte. */
export function codeOf(bytes: Uint8Array): string {
  if (bytes.length * 2 < codeLength) throw new Error("too few bytes for a code")
  return Array.from(bytes, (byte) => `${letters[byte >> 4]}${letters[byte & 15]}`)
    .join("")
    .slice(0, codeLength)
}

/** `ACEF-GHJK-…`, as it stands in the letter. */
export function shownCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join("-")
}

// The keys of those letters, and of the hyphen, on a Thai keyboard (Kedmanee), with and without shift.
const thaiKeys: Readonly<Record<string, string>> = {
  ฟ: "A",
  ฤ: "A",
  แ: "C",
  ฉ: "C",
  ำ: "E",
  ฎ: "E",
  ด: "F",
  โ: "F",
  เ: "G",
  ฌ: "G",
  "้": "H",
  "็": "H",
  "่": "J",
  "๋": "J",
  า: "K",
  ษ: "K",
  ท: "M",
  "?": "M",
  "ื": "N",
  "์": "N",
  ย: "P",
  ญ: "P",
  พ: "R",
  ฑ: "R",
  ะ: "T",
  ธ: "T",
  ไ: "W",
  '"': "W",
  ป: "X",
  ")": "X",
  "ั": "Y",
  "ํ": "Y",
  ข: "-",
}

/**
 * A typed code as it was made, or nothing where it can't be one: capitals or not, with or without hyphens and spaces, and
 * even with the keyboard still in Thai.
 */
export function typedCode(typed: string): string | undefined {
  const bare = [...typed]
    .map((letter) => thaiKeys[letter] ?? letter)
    .join("")
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .toUpperCase()
  const isOne = bare.length === codeLength && [...bare].every((letter) => letters.includes(letter))
  return isOne ? bare : undefined
}

/** A typed unit code in Arabic digits, or nothing where it can't be one. */
export function typedUnitCode(typed: string): string | undefined {
  const bare = arabicDigits(typed).replace(/[\s\p{Cf}\p{Pd}]/gu, "")
  return /^(?:\d{2}|\d{4}|\d{8})$/.test(bare) ? bare : undefined
}

/** A typed request number as it is kept, `O-4827-1935`, or nothing where it can't be one. */
export function typedOrderNumber(typed: string): string | undefined {
  const bare = arabicDigits(typed)
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .toUpperCase()
  const eight = /^O?(\d{4})(\d{4})$/.exec(bare)
  return eight ? `O-${eight[1]}-${eight[2]}` : undefined
}

/** How a code stands, as the register shows it. */
export const codeStates = ["issued", "used", "expired", "superseded"] as const

/** Lines of a page of the register, and of the units without anybody. */
export const linesPerPage = 50
