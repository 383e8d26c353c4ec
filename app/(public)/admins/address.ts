import type { UnitFilters } from "@/lib/units/schema"

/** The address of a page of these results; filters that are not set stay out of it. */
export function addressOf(filters: UnitFilters, page: number): string {
  const query = new URLSearchParams()
  for (const name of ["q", "province", "district", "kind"] as const) {
    if (filters[name]) query.set(name, filters[name])
  }
  if (page > 1) query.set("page", String(page))
  return query.size > 0 ? `/admins?${query}` : "/admins"
}
