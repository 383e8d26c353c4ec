import "server-only"
import { listUnitsOfOrders } from "@/db/queries/order-scans"
import type { Executor } from "@/db/types"
import type { CaseWarning } from "@/lib/cases/facts"
import { listCodes, type PageCode } from "@/lib/documents/list-codes"
import { type PrintedPage, readPrintCode } from "./print-code"

/**
 * Whose print the scans of an order are, by the QR code on each page.
 *
 * `matched`: every page of the print in force is there · `none`: no page has a code · `foreign`: there are codes, none
 * printed here · `other-order`, `other-unit`: a page of another request's print is among them, of this unit or another ·
 * `stale-print`: printed before something changed that stands on it · `missing-page`: of the print in force some pages
 * are not there.
 */
export type ScanMatch =
  | { readonly kind: "matched"; readonly pages: number }
  | { readonly kind: "none" | "foreign" | "stale-print" }
  | { readonly kind: "other-order" | "other-unit"; readonly number: string }
  | { readonly kind: "missing-page"; readonly missing: readonly number[]; readonly of: number }

/** The order as far as its print goes. */
export type PrintedOrder = {
  readonly number: string
  readonly unitId: string
  readonly printVersion: number
}

/** Whose print the scans of an order are, from the codes that were read when they came in. */
export async function matchScan(
  db: Executor,
  order: PrintedOrder & { readonly id: string },
): Promise<ScanMatch> {
  const codes = await listCodes(db, { kind: "order", id: order.id })
  const numbers = [...new Set(printedPages(codes).map(({ number }) => number))]
  const units = await listUnitsOfOrders(db, numbers)
  return judgeScan(order, codes, (number) => units.get(number))
}

/**
 * The same from what is known. A page of another request comes before all else, since it must not be filed here.
 *
 * @param unitOf the unit of another request by its number, nothing where there is none such
 */
export function judgeScan(
  order: PrintedOrder,
  codes: readonly PageCode[],
  unitOf: (number: string) => string | undefined,
): ScanMatch {
  const pages = printedPages(codes)
  if (pages.length === 0) return { kind: codes.length > 0 ? "foreign" : "none" }
  const other = pages.find(({ number }) => number !== order.number)
  if (other) {
    const kind = unitOf(other.number) === order.unitId ? "other-order" : "other-unit"
    return { kind, number: other.number }
  }
  const current = pages.filter(({ printVersion }) => printVersion === order.printVersion)
  const of = current[0]?.of
  // a page of an older print among the current ones is as little what was signed
  if (of === undefined || current.length < pages.length) return { kind: "stale-print" }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter(
    (nth) => !current.some(({ page }) => page === nth),
  )
  return missing.length > 0 ? { kind: "missing-page", missing, of } : { kind: "matched", pages: of }
}

/**
 * What a reviewer should look at twice. An order that was never printed here has no code to find: nothing is said then.
 */
export function scanWarnings(match: ScanMatch, wasPrinted: boolean): readonly CaseWarning[] {
  switch (match.kind) {
    case "none":
    case "foreign":
      return wasPrinted ? [{ code: "scan-unmatched" }] : []
    case "other-order":
    case "other-unit":
      return [{ code: "scan-other-request", otherNumber: match.number }]
    case "stale-print":
      return [{ code: "scan-other-print" }]
    case "missing-page":
      return [{ code: "scan-pages-missing" }]
    case "matched":
      return []
  }
}

function printedPages(codes: readonly PageCode[]): PrintedPage[] {
  return codes.flatMap(({ text }) => {
    const page = readPrintCode(text)
    return page ? [page] : []
  })
}
