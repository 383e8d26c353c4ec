import "server-only"
import { pathSegment } from "./path-segment"

/** Path of the page of a connected system, of what a form sent. */
export function systemPath(code: string): string {
  return `/admin/systems/${pathSegment(code, 40)}`
}
