import "server-only"
import { pathSegment } from "./path-segment"

/** Path of the transfers of a unit, of what a form sent. */
export function transfersPath(unitCode: string): string {
  return `/unit/${pathSegment(unitCode, 8)}/transfers`
}
