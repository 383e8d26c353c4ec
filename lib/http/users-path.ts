import "server-only"
import { pathSegment } from "./path-segment"

/** Path of the list of a unit's users, of what a form sent: whatever was sent stays within its own segment. */
export function usersPath(unitCode: string): string {
  return `/unit/${pathSegment(unitCode, 8)}/users`
}
