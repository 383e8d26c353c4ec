import "server-only"
import { pathSegment } from "./path-segment"

/** Path of an order's page, of what a form sent: whatever was sent stays within its own two segments. */
export function orderPath(fields: Readonly<Record<string, string>>): string {
  const { unitCode = "", number = "" } = fields
  return `${unitOrdersPath(unitCode)}/${pathSegment(number, 12)}`
}

/** Path of the list of a unit's orders. */
export function unitOrdersPath(unitCode: string): string {
  return `/unit/${pathSegment(unitCode, 8)}/orders`
}
