/** A node of a plan as `explain (format json)` tells it; only what is judged. */
export type PlanNode = {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly "Index Name"?: string
  readonly "Index Cond"?: string
  readonly Plans?: readonly PlanNode[]
}

/**
 * Tables that do not grow with units, people or time, so that reading all of one costs always the same: the country's
 * places, the Department's catalogue of systems with its roles and periods, its settings, its few posts.
 */
const small: ReadonlySet<string> = new Set([
  "provinces",
  "districts",
  "systems",
  "system_roles",
  "opening_periods",
  "settings",
  "department_posts",
  "installation",
])

/**
 * What a plan reads to the end though it grows: a table without an index, or an index without a condition and without a
 * limit above that stops it.
 *
 * @param few tables that lie in so few pages just now that reading them is the quickest way (see `fewPages`)
 */
export function wholeReads(node: PlanNode, few: ReadonlySet<string>, isLimited = false): string[] {
  const below = (node.Plans ?? []).flatMap((child) =>
    wholeReads(child, few, isLimited || node["Node Type"] === "Limit"),
  )
  const table = node["Relation Name"] ?? ""
  const isWholeIndex =
    /^(Index|Index Only) Scan$/.test(node["Node Type"]) && node["Index Cond"] === undefined && !isLimited
  if (small.has(table) || few.has(table)) return below
  if (node["Node Type"].endsWith("Seq Scan")) return [`sequential scan of ${table}`, ...below]
  if (isWholeIndex) return [`all of index ${node["Index Name"] ?? ""} of ${table}`, ...below]
  return below
}

/**
 * A table of no more pages than this is not judged: the server rightly reads a quarter of a megabyte rather than an index
 * of it. Grown ten times it has more, and is judged then.
 */
export const fewPages = 32

/** The value that `share` of the list do not exceed (nearest rank). */
export function percentile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** The times of one question put to both sets, in milliseconds. */
export type Times = { readonly once: readonly number[]; readonly tenfold: readonly number[] }

/** How many times as long the ninety-fifth of a hundred answers may take with ten times as much. */
export const mostTimes = 1.5

/** The figures of a question, and whether they are within the limit. */
export function figuresOf({ once, tenfold }: Times) {
  const p50 = [percentile(once, 0.5), percentile(tenfold, 0.5)] as const
  const p95 = [percentile(once, 0.95), percentile(tenfold, 0.95)] as const
  const ratio = p95[1] / p95[0]
  return { p50, p95, ratio, isWithin: ratio <= mostTimes }
}
