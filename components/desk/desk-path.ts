/** Address of a case at the desk, in the queue of a query. */
export function casePath(number: string, q: string): string {
  return `/desk/${encodeURIComponent(number)}${q === "" ? "" : `?${new URLSearchParams({ q })}`}`
}

/** Address of the queue of a query. */
export function queuePath(q: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(q === "" ? {} : { q }), ...more })
  return query.size === 0 ? "/desk" : `/desk?${query}`
}
