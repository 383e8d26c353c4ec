import { Notice } from "@/components/ui/notice"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { ShownOrder } from "./shown-order"

type ScanPartProps = { w: Dictionary; locale: Locale; shown: ShownOrder }

/** Whose print the scan is, by the code on each page; nothing where it needs none, as an office's own paper. */
export function ScanPart({ w, locale, shown: { scan, wasPrinted } }: ScanPartProps) {
  const s = w.orders.scan
  switch (scan?.kind) {
    case "matched":
      return <Notice tone="done">{s.matched(digits(scan.pages, locale))}</Notice>
    case "missing-page": {
      const missing = scan.missing.map((page) => digits(page, locale)).join(", ")
      return <Notice tone="needs-you">{s.missing(missing, digits(scan.of, locale))}</Notice>
    }
    case "other-order":
    case "other-unit":
      return <Notice tone="refused">{s.other(scan.number)}</Notice>
    case "stale-print":
      return <Notice tone="needs-you">{s.stale}</Notice>
    case "none":
      return wasPrinted ? <Notice tone="needs-you">{s.none}</Notice> : null
    case "foreign":
      return <Notice tone="information">{s.foreign}</Notice>
    default:
      return null
  }
}
