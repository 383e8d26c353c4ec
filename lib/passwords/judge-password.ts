import "server-only"
import { findPersonWords } from "@/db/queries/passwords"
import type { Executor } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { commonPasswords } from "./common-passwords"
import { coverOf, isRepetition, type Lexicon } from "./cover"
import { placeNames } from "./place-names"
import { folded, localWords, typedAsThai, unmasked } from "./rules"

/** How much of a password must be nobody's guess, in characters. */
const leastOwn = 6

const words = new Set(localWords.map(folded))

/**
 * Step: why a password may not be chosen for an account, or nothing. Length is the form's matter (`newPassword`); this
 * compares with what others use and with what one would guess of this person (NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS
 * 5.0 6.2.4, 6.2.11, 6.2.12). Every screen on which a password is set takes this step before it hashes.
 */
export async function judgePassword(
  db: Executor,
  accountId: string,
  password: string,
  now: Date,
): Promise<RefusalCode | undefined> {
  const [places, said] = await Promise.all([placeNames(db, now), findPersonWords(db, accountId)])
  const own = said.flatMap((text) => [text, ...text.split(/[\s.@_-]+/)]).map(folded)
  const personal = new Set(own.filter((word) => [...word].length >= 3))
  return faultOf(password, { personal, local: [words, places], common: commonPasswords() })
}

/** Why a password may not be chosen, whatever way it is read: as it stands, unmasked, or typed on the Thai keyboard. */
export function faultOf(password: string, lexicon: Lexicon): RefusalCode | undefined {
  if (isRepetition(folded(password))) return "passwords.repeats"
  const readings = new Set([password, unmasked(password), typedAsThai(password)].map(folded))
  const covers = [...readings].map((reading) => coverOf(reading, lexicon))
  const guessed = covers.filter((cover) => cover.own < leastOwn)
  if (guessed.length === 0) return undefined
  const isOf = (kind: "personal" | "local") => guessed.some((cover) => cover.kinds.has(kind))
  if (isOf("personal")) return "passwords.personal"
  return isOf("local") ? "passwords.local" : "passwords.common"
}
