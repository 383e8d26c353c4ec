import "server-only"

// Letters that are mistaken for each other by ear or by eye cost half a mistake.
const nearPairs = ["รล", "ิี", "ุู", "ึื", "ดต", "ดท", "ตท", "สซ", "คข", "ะั", "ดส"]

const thaiStart = 0x0e00
const thaiLength = 128

// 1 where two letters of the Thai block are near each other: looked up millions of times in a search, so no strings.
const near = new Uint8Array(thaiLength * thaiLength)
for (const pair of nearPairs) {
  const [one, other] = [pair.charCodeAt(0) - thaiStart, pair.charCodeAt(1) - thaiStart]
  near[one * thaiLength + other] = 1
  near[other * thaiLength + one] = 1
}

/** Cost of taking one letter for another, in half mistakes. */
function cost(a: number, b: number): number {
  if (a === b) return 0
  const [one, other] = [a - thaiStart, b - thaiStart]
  const isThai = one >= 0 && other >= 0 && one < thaiLength && other < thaiLength
  return isThai && near[one * thaiLength + other] === 1 ? 1 : 2
}

/** Longest text that is compared; the register's longest place has 29 letters. */
const longest = 40

// One row of the table each, kept between calls: comparing is synchronous.
let above = new Uint16Array(longest + 1)
let current = new Uint16Array(longest + 1)

/** Fills `current` between two columns; answers the least in it. */
function fillRow(letter: number, b: string, from: number, to: number): number {
  let left = current[from - 1] ?? 0
  let aboveLeft = above[from - 1] ?? 0
  let least = left
  for (let at = from; at <= to; at++) {
    const over = above[at] ?? 0
    left = Math.min(aboveLeft + cost(letter, b.charCodeAt(at - 1)), over + 2, left + 2)
    aboveLeft = over
    current[at] = left
    least = Math.min(least, left)
  }
  return least
}

/**
 * Half mistakes between two texts of at most `longest` letters; something above `most` as soon as there must be more.
 * What lies farther from the diagonal than `most` allows is never looked at.
 */
function halfMistakes(a: string, b: string, most: number): number {
  const reach = most >> 1
  for (let at = 0; at <= b.length; at++) above[at] = at * 2
  for (let row = 1; row <= a.length; row++) {
    const [from, to] = [Math.max(1, row - reach), Math.min(b.length, row + reach)]
    current[from - 1] = from === 1 ? row * 2 : most + 2
    if (to === row + reach) above[to] = most + 2
    if (fillRow(a.charCodeAt(row - 1), b, from, to) > most) return most + 1
    ;[above, current] = [current, above]
  }
  return above[b.length] ?? most + 1
}

const leastLikeness = 0.5
const mostGuesses = 300
const mostWords = 3

/**
 * How alike two normalised names are: 1 the same, down to 0.5; 0 for anything less, which nobody means. Weighted edit
 * distance over the longer one's length. In the portal rather than in PostgreSQL, whose trigrams see no Thai letter in
 * a database of locale C.
 */
export function likeness(a: string, b: string): number {
  const [one, other] = [a.slice(0, longest), b.slice(0, longest)]
  const longer = Math.max(one.length, other.length)
  const most = Math.floor(longer * 2 * (1 - leastLikeness))
  if (longer === 0 || Math.abs(one.length - other.length) * 2 > most) return 0
  const mistakes = halfMistakes(one, other, most)
  return mistakes > most ? 0 : 1 - mistakes / 2 / longer
}

/** Codes of the units whose place is written most like one of `typed` (the first few of them), likest first. */
export function likestUnits(
  typed: readonly string[],
  places: readonly { readonly code: string; readonly place: string }[],
): string[] {
  const asked = [...new Set(typed.map((text) => text.slice(0, longest)))]
    .filter((text) => text.length >= 2)
    .slice(0, mostWords)
  // Hundreds of places share a name; each is compared once.
  const known = new Map<string, number>()
  const alikeTo = (place: string) => {
    const before = known.get(place)
    if (before !== undefined) return before
    const alike = Math.max(0, ...asked.map((text) => likeness(text, place)))
    known.set(place, alike)
    return alike
  }
  return places
    .map(({ code, place }) => ({ code, alike: alikeTo(place) }))
    .filter(({ alike }) => alike >= leastLikeness)
    .sort((a, b) => b.alike - a.alike || (a.code < b.code ? -1 : 1))
    .slice(0, mostGuesses)
    .map(({ code }) => code)
}
