import "server-only"
import { pathSegment } from "./path-segment"

/** Path of the rights of a unit, of what a form sent: whatever was sent stays within its own segment. */
export function unitRightsPath(unitCode: string): string {
  return `/unit/${pathSegment(unitCode, 8)}/rights`
}
