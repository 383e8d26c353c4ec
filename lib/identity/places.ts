import "server-only"

/** Where a sealed national ID belongs; a value moved to another person's row does not open. */
export function nationalIdPlace(personId: string): string {
  return `persons/${personId}/national-id`
}
