import { ZxcvbnFactory } from "@zxcvbn-ts/core"
import { codePoints, folded, keyRows, localWords, passwordLength, typedAsThai } from "@/lib/passwords/rules"
import { commonWords } from "./common-words"

/** How hard a text is to guess; the policy itself is asked on the server when it is sent. */
export type Strength =
  | { readonly kind: "empty" | "weak" | "fair" | "strong" }
  | { readonly kind: "short"; readonly missing: number }

/** Powers of ten of guesses below which a password is called weak, and below which only fair. */
const levels = { fair: 10, strong: 14 }

let made: ZxcvbnFactory | undefined

function zxcvbn(): ZxcvbnFactory {
  made ??= new ZxcvbnFactory({
    dictionary: { local: localWords.map(folded), rows: [...keyRows], common: commonWords.split(" ") },
  })
  return made
}

/** Measures the weaker of two readings: as it stands, and what the same keys write in Thai. */
export function measureStrength(typed: string): Strength {
  const length = codePoints(typed)
  if (length === 0) return { kind: "empty" }
  if (length < passwordLength.least) return { kind: "short", missing: passwordLength.least - length }
  const readings = [typed.normalize("NFKC"), folded(typedAsThai(typed))]
  const least = Math.min(...readings.map((reading) => zxcvbn().check(reading).guessesLog10))
  if (least < levels.fair) return { kind: "weak" }
  return { kind: least < levels.strong ? "fair" : "strong" }
}
