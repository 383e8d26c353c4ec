import "server-only"

/** A sealed national ID of a registration belongs to its row; moved to another it does not open. */
export function registrationIdPlace(id: string): string {
  return `registrations/${id}/national-id`
}
