/** The three fields of a stored day (`2026-11-21`) in a form, the year of the Buddhist era; empty where there is none. */
export function dayFields(name: string, stored: string | null): Record<string, string> {
  const [year, month, day] = (stored ?? "").split("-").map(Number)
  if (!year || !month || !day) return {}
  return { [`${name}Day`]: `${day}`, [`${name}Month`]: `${month}`, [`${name}Year`]: `${year + 543}` }
}
