import "server-only"
import { pathSegment } from "./path-segment"

/** Path of the page where the Department changes a unit, of what a form sent. */
export function unitChangePath(unitCode: string): string {
  return `/admin/units/${pathSegment(unitCode, 8)}/change`
}
