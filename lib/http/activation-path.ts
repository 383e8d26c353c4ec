import "server-only"

/** Path of the list of units for which codes can be issued, with the filters that a form sent along. */
export function emptyUnitsPath(fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams()
  for (const name of ["q", "province"]) {
    const value = (fields[name] ?? "").slice(0, 100)
    if (value !== "") query.set(name, value)
  }
  return query.size > 0 ? `/oversight/activation/new?${query}` : "/oversight/activation/new"
}
