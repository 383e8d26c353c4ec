/** Address of a case at the desk, in the queue of a query. */
export function casePath(number: string, q: string): string {
  const segment = encodeURIComponent(cut(number, 12)) || "-"
  return `/desk/${segment}${q === "" ? "" : `?${new URLSearchParams({ q: cut(q, longestQuery) })}`}`
}

/** Address of the queue of a query. */
export function queuePath(q: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(q === "" ? {} : { q: cut(q, longestQuery) }), ...more })
  return query.size === 0 ? "/desk" : `/desk?${query}`
}

/** In code points: an address travels in a header. */
const longestQuery = 200

function cut(text: string, most: number): string {
  return [...text].slice(0, most).join("")
}

/** Id of the mark on a page where a fact was read. */
export function markId(name: string): string {
  return `mark-${name}`
}
