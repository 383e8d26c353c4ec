import "server-only"
import { typedDay } from "./typed-day"

/** What was typed of the paper that appoints somebody: an order or a letter of a unit's head. */
export function typedPaper(fields: Readonly<Record<string, string>>) {
  const { kind = "", issuer = "", orderNumber = "", signerName = "", signerPost = "", revokes = "" } = fields
  return {
    kind,
    issuer,
    orderNumber,
    orderDate: typedDay(fields, "orderDate"),
    signerName,
    signerPost,
    validFrom: typedDay(fields, "validFrom"),
    validUntil: typedDay(fields, "validUntil"),
    revokes,
  }
}
