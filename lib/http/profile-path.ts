import "server-only"
import { pathSegment } from "./path-segment"

/** Path of a unit's data, of what a form sent: whatever was sent stays within its own segment. */
export function profilePath(unitCode: string): string {
  return `/unit/${pathSegment(unitCode, 8)}/profile`
}
