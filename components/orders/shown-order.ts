import type { DocumentLine } from "@/lib/documents/rules"
import type { Lack, OrderField, OrderKind, OrderState, staffKinds } from "@/lib/orders/rules"

type Named = { readonly code: string; readonly nameTh: string; readonly nameEn: string | null }

type TypedDay = { readonly day: string; readonly month: string; readonly year: string }

/** Somebody whom an order names, as its pages show him; the number is masked. */
export type ShownPerson = {
  readonly id: string
  readonly titleTh: string
  readonly givenNameTh: string
  readonly familyNameTh: string
  readonly name: string
  readonly nationalId: string
  readonly post: string
  readonly staffKind: (typeof staffKinds)[number]
  readonly staffReason: string
  readonly email: string
  readonly officeTelephone: string
}

/** An order as the pages of a unit's console and of its activation show it alike. */
export type ShownOrder = {
  readonly unit: Named
  readonly order: {
    readonly number: string
    readonly version: number
    readonly kind: OrderKind
    readonly state: OrderState
    readonly paper: string
    readonly signerName: string
    readonly signerPost: string
    readonly orderDate: string | null
    readonly validFrom: string | null
    readonly validUntil: string | null
    readonly typed: Readonly<Record<"orderDate" | "validFrom" | "validUntil", TypedDay>>
  }
  readonly issuer: Named | undefined
  readonly revoked: { readonly number: string; readonly paper: string } | undefined
  readonly people: readonly ShownPerson[]
  readonly documents: readonly DocumentLine[]
  readonly wasPrinted: boolean
  readonly scan:
    | { readonly kind: "matched"; readonly pages: number }
    | { readonly kind: "none" | "foreign" | "stale-print" }
    | { readonly kind: "other-order" | "other-unit"; readonly number: string }
    | { readonly kind: "missing-page"; readonly missing: readonly number[]; readonly of: number }
    | undefined
  readonly lacks: readonly Lack[]
  readonly printLacks: readonly Lack[]
  readonly openFields: readonly OrderField[]
  readonly issuers: readonly Named[]
  readonly revocable: readonly { readonly number: string; readonly paper: string }[]
  readonly permanentKind: (typeof staffKinds)[number] | undefined
}

/** An order on paper, by sheets. */
export type ShownPrint = {
  readonly text: {
    readonly heading: string
    readonly subject: string
    readonly ofUnit: string
    readonly paragraphs: readonly string[]
    readonly people: string | null
    readonly after: string
  }
  readonly number: string
  readonly orderNumber: string
  readonly yearBe: number | null
  readonly orderDate: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly signer: { readonly name: string; readonly post: string }
  readonly sheets: readonly ShownSheet[]
}

/** One sheet of it. */
export type ShownSheet = {
  readonly lines: readonly { readonly at: number; readonly name: string; readonly post: string }[]
  readonly page: number
  readonly of: number
  /** Its QR code; trusted SVG. */
  readonly qr: string
}
