import { randomInt } from "node:crypto"
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"

// Short, clear to read aloud, unmistakable in print.
const syllables =
  `ban bua chai chang dao dee fah fon gan hom jai kaew kai khao klong krung lek luk mae mali mon nam
  nok phra phu prik rak ruen sai san som suan tha thung ton wan wat yai yen ying`.split(/\s+/)

/** A password of words and digits that one types easily: about 62 bits, 24 characters or more. */
export function typeablePassword(): string {
  const word = () => `${syllables[randomInt(syllables.length)]}${syllables[randomInt(syllables.length)]}`
  const number = () => String(randomInt(1000)).padStart(3, "0")
  return `${word()}-${number()}-${word()}-${number()}-${word()}`
}

const stored = z.record(z.string(), z.string())

/** The passwords made at the first start of a demonstration, by key; missing ones are made and kept (mode 0600). */
export function keptPasswords(home: string, file: string, keys: readonly string[]): Record<string, string> {
  const known = readKept(join(home, file))
  const passwords = Object.fromEntries(keys.map((key) => [key, known[key] ?? typeablePassword()]))
  keep(home, file, passwords)
  return passwords
}

/** Writes a file of the home that only its owner may read, all of it or nothing. */
export function keep(home: string, file: string, content: unknown): void {
  const path = join(home, file)
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** A file that is gone or broken counts as empty: new passwords are made, and the database brought to agree. */
function readKept(path: string): Record<string, string> {
  if (!existsSync(path)) return {}
  try {
    return stored.parse(JSON.parse(readFileSync(path, "utf8")))
  } catch {
    return {}
  }
}
