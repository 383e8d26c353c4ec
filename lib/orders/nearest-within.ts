import "server-only"

/** A part of a text, and how many letters have to be changed, added or left out to make it the wanted one. */
export type Near = { readonly distance: number; readonly from: number; readonly to: number }

/** For each length of the wanted text's beginning: what it costs so far, and where in the text it began. */
type Column = { readonly cost: Int32Array; readonly from: Int32Array }

const columnOf = (length: number): Column => ({ cost: new Int32Array(length), from: new Int32Array(length) })

/** Approximate search after Sellers (1980): the part of a text that comes nearest, the first where several do. */
export function nearestWithin(text: string, wanted: string): Near | undefined {
  if (wanted === "" || text === "") return undefined
  let column = columnOf(wanted.length + 1)
  for (let row = 0; row <= wanted.length; row += 1) column.cost[row] = row
  let next = columnOf(wanted.length + 1)
  let best: Near | undefined
  for (let at = 0; at < text.length; at += 1) {
    next.cost[0] = 0
    next.from[0] = at + 1
    for (let row = 1; row <= wanted.length; row += 1) {
      fill(column, next, { row, isSame: text[at] === wanted[row - 1] })
    }
    const [distance = 0, from = 0] = [next.cost[wanted.length], next.from[wanted.length]]
    if (!best || distance < best.distance) best = { distance, from, to: at + 1 }
    const spent = column
    column = next
    next = spent
  }
  return best
}

/** The cheapest way to a row: the letter is that of the text, one of the text is too many, or one is missing there. */
function fill(before: Column, next: Column, step: { row: number; isSame: boolean }): void {
  const { row, isSame } = step
  const taken = (before.cost[row - 1] ?? 0) + (isSame ? 0 : 1)
  const tooMany = (before.cost[row] ?? 0) + 1
  const missing = (next.cost[row - 1] ?? 0) + 1
  if (taken <= tooMany && taken <= missing) {
    next.cost[row] = taken
    next.from[row] = before.from[row - 1] ?? 0
  } else if (tooMany <= missing) {
    next.cost[row] = tooMany
    next.from[row] = before.from[row] ?? 0
  } else {
    next.cost[row] = missing
    next.from[row] = next.from[row - 1] ?? 0
  }
}
