import "server-only"

/** What verification found wrong, each with where. */
export type Fault =
  | {
      readonly kind: "changed-or-reordered"
      readonly month: string
      readonly link: number
      readonly seq: string
    }
  | { readonly kind: "event-removed"; readonly month: string; readonly link: number; readonly seq: string }
  | { readonly kind: "event-twice"; readonly month: string; readonly link: number; readonly seq: string }
  | { readonly kind: "link-removed"; readonly month: string; readonly link: number }
  | { readonly kind: "key-missing"; readonly month: string; readonly keyId: string }
  | { readonly kind: "unsealed"; readonly month: string; readonly seq: string }
  | { readonly kind: "tail-cut"; readonly month: string; readonly link: number }
  | { readonly kind: "head-differs"; readonly month: string; readonly link: number }
  | { readonly kind: "month-missing"; readonly month: string }
  | { readonly kind: "month-differs"; readonly month: string }
  | { readonly kind: "closing-differs"; readonly month: string }

const explanations: Record<Fault["kind"], string> = {
  "changed-or-reordered": "the event is not what was sealed here: changed, or in another order",
  "event-removed": "a sealed event is gone",
  "event-twice": "two events bear the number of a sealed one",
  "link-removed": "links of the chain are gone from here on",
  "key-missing": "KEY_RING lacks the key of some links, which cannot be checked",
  unsealed: "an event without a seal: put in behind the seal's back, or the sealing job is not running",
  "tail-cut": "the chain once was longer than it is now",
  "head-differs": "the chain is not the one whose head was written down",
  "month-missing": "the month is gone, and its time had not come",
  "month-differs": "the closed month does not end as it did when it was closed",
  "closing-differs": "the record of the closed month is changed or its predecessor is gone",
}

/** A fault as a line for the person who asked. Numbers only; nothing of the events themselves. */
export function faultText({ kind, ...where }: Fault): string {
  const place = Object.entries(where).map(([name, value]) => `${name} ${value}`)
  return `${kind}: ${place.join(", ")}: ${explanations[kind]}`
}
