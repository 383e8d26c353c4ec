import "server-only"

// Letters that are mistaken for each other by ear or by eye cost half a mistake.
const near = new Set([
  "รล",
  "ลร",
  "ิี",
  "ีิ",
  "ุู",
  "ูุ",
  "ึื",
  "ืึ",
  "ดต",
  "ตด",
  "ดท",
  "ทด",
  "ตท",
  "ทต",
  "สซ",
  "ซส",
  "คข",
  "ขค",
  "ะั",
  "ัะ",
  "ดส",
  "สด",
])

/**
 * How alike two normalised names are, 1 the same, 0 nothing in common: weighted edit distance over the longer one's
 * length. In the portal rather than in PostgreSQL, whose trigrams see no Thai letter in a database of locale C.
 */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0 || Math.abs(a.length - b.length) > longer / 2) return 0
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = (above[column - 1] ?? 0) + cost(a.charAt(row - 1), b.charAt(column - 1))
      current.push(Math.min(swap, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    above = current
  }
  return 1 - (above[b.length] ?? longer) / longer
}

function cost(one: string, other: string): number {
  if (one === other) return 0
  return near.has(one + other) ? 0.5 : 1
}

/** Longest name that is worth comparing; the register's longest place has 29 letters. */
const longest = 40
const leastLikeness = 0.5
const mostGuesses = 300

/** Codes of the units whose place is written most like one of `typed`, likest first. */
export function likestUnits(
  typed: readonly string[],
  places: readonly { readonly code: string; readonly place: string }[],
): string[] {
  const asked = [...new Set(typed)].filter((text) => text.length >= 2).map((text) => text.slice(0, longest))
  return places
    .map(({ code, place }) => ({ code, alike: Math.max(0, ...asked.map((text) => likeness(text, place))) }))
    .filter(({ alike }) => alike >= leastLikeness)
    .sort((a, b) => b.alike - a.alike || (a.code < b.code ? -1 : 1))
    .slice(0, mostGuesses)
    .map(({ code }) => code)
}
