import "server-only"

/** A sealed national ID of a person named in an order belongs to its row; moved to another it does not open. */
export function orderPersonPlace(id: string): string {
  return `order_people/${id}/national-id`
}
