import "server-only"
import { isNationalId } from "@/lib/identity/rules"
import { keyRows } from "./rules"

/** Words to look for, folded; `common` holds whole passwords that others have used. */
export type Lexicon = {
  readonly personal: ReadonlySet<string>
  readonly local: readonly ReadonlySet<string>[]
  readonly common: ReadonlySet<string>
}

/** What a password is made of, and how much of it is nobody's guess, in characters; a digit counts half. */
export type Cover = { readonly own: number; readonly kinds: ReadonlySet<Kind> }

/** The kind of a known piece. */
export type Kind = "personal" | "local" | "common"

type Piece = { readonly length: number; readonly kind: Kind; readonly isPassword?: true }
type Step = {
  readonly length: number
  readonly own?: number
  readonly kind?: Kind
  readonly isPassword?: true
}
type Way = { readonly own: number; readonly from: Way | undefined; readonly kind: Kind | undefined }
type Ways = Map<number, Way>

const longestWord = 60
const shortestWord = 3
const shortestCommon = 4
const backwards = keyRows.map((row) => [...row].reverse().join(""))
const runs = [...keyRows, ...backwards, "12345678901234567890", "09876543210987654321"]

// A phrase of three common words is as good as any phrase (whole passwords are compared, NIST SP 800-63B-4 §3.1.1.2);
// two of them side by side are what everyone makes of a rule that asks for length.
const mostCommon = 2

/** Takes a folded text apart so that as little as possible is left over. */
export function coverOf(text: string, lexicon: Lexicon): Cover {
  const marks = [...text]
  // The best way to each place, by how many passwords of others it holds.
  const ways: Ways[] = Array.from({ length: marks.length + 1 }, () => new Map())
  ways[0]?.set(0, { own: 0, from: undefined, kind: undefined })
  for (const [at, mark] of marks.entries()) {
    const letter: Step = { length: 1, own: /\p{N}/u.test(mark) ? 0.5 : 1 }
    for (const step of [letter, ...piecesAt(marks, at, lexicon)])
      for (const [used, way] of ways[at] ?? []) take(ways[at + step.length], used, way, step)
  }
  const ends = [...(ways[marks.length]?.values() ?? [])]
  const end = ends.toSorted((a, b) => a.own - b.own)[0]
  return { own: end?.own ?? 0, kinds: kindsOf(end) }
}

function kindsOf(end: Way | undefined): Set<Kind> {
  const kinds = new Set<Kind>()
  for (let way = end; way; way = way.from) if (way.kind) kinds.add(way.kind)
  return kinds
}

function take(to: Ways | undefined, used: number, way: Way, step: Step): void {
  const after = used + (step.isPassword ? 1 : 0)
  const own = way.own + (step.own ?? 0)
  if (!to || after > mostCommon || own >= (to.get(after)?.own ?? Number.POSITIVE_INFINITY)) return
  to.set(after, { own, from: way, kind: step.kind })
}

function piecesAt(marks: readonly string[], at: number, lexicon: Lexicon): Piece[] {
  const lengths = Array.from({ length: Math.min(longestWord, marks.length - at) }, (_, nth) => nth + 1)
  return lengths.slice(shortestWord - 1).flatMap((length) => {
    const piece = pieceOf(marks.slice(at, at + length).join(""), length, lexicon)
    return piece ? [piece] : []
  })
}

function pieceOf(word: string, length: number, { personal, local, common }: Lexicon): Piece | undefined {
  if (personal.has(word) || isNationalId(word)) return { length, kind: "personal" }
  if (isYear(word) || local.some((words) => words.has(word))) return { length, kind: "local" }
  if (length < shortestCommon) return undefined
  if (isRun(word)) return { length, kind: "common" }
  return common.has(word) ? { length, kind: "common", isPassword: true } : undefined
}

/** A year of the Buddhist or the Christian era that someone alive may think of. */
function isYear(word: string): boolean {
  return /^(?:2[45]\d\d|19\d\d|20\d\d)$/.test(word)
}

function isRun(word: string): boolean {
  return new Set(word).size === 1 || runs.some((run) => run.includes(word))
}

/** Whether a text is one piece said again and again, or made of hardly any different characters. */
export function isRepetition(text: string): boolean {
  const marks = [...text]
  if (new Set(marks).size < 5) return true
  for (let period = 1; period <= marks.length / 2; period += 1) {
    if (marks.every((mark, at) => at < period || mark === marks[at - period])) return true
  }
  return false
}
