import "server-only"
import { pathSegment } from "./path-segment"

/** Path of the import of a unit's users, or of one batch of it, of what a form sent. */
export function importsPath(unitCode: string, batchId?: string): string {
  const path = `/unit/${pathSegment(unitCode, 8)}/import`
  return batchId === undefined ? path : `${path}/${pathSegment(batchId, 36)}`
}
