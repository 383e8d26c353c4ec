import type { staffKinds as allStaffKinds } from "@/db/schema/access"
import type { orderKinds as allKinds, orderStates } from "@/db/schema/orders"

/** State of an order. */
export type OrderState = (typeof orderStates)[number]

/** แต่งตั้ง, รักษาการ, ยกเลิก. */
export type OrderKind = (typeof allKinds)[number]

/** The kinds, in the order of the form. */
export const orderKinds = ["appoint", "acting", "revoke"] as const satisfies readonly OrderKind[]

/** The kinds of staff, in the order of the form. */
export const staffKinds = [
  "local-government",
  "employee",
  "department",
  "other",
] as const satisfies readonly (typeof allStaffKinds)[number][]

/** In which states what can be done with an order (product page, "States"). */
const statesAllowing = {
  edit: ["draft", "returned"],
  submit: ["draft", "returned"],
  withdraw: ["draft", "submitted", "returned"],
  decide: ["submitted"],
} as const satisfies Record<string, readonly OrderState[]>

/** Whether an order in this state lets that be done. */
export function allows(act: keyof typeof statesAllowing, state: OrderState): boolean {
  const states: readonly OrderState[] = statesAllowing[act]
  return states.includes(state)
}

/** Limits of orders; times in seconds. */
export const orderLimits = {
  draftLifetime: 30 * 24 * 60 * 60,
  /** How long a returned order waits to be mended. */
  returnedLifetime: 30 * 24 * 60 * 60,
  people: 30,
} as const

/** The parts of the form, as a reviewer hands them back; `documents` is the scan. */
export const orderFields = [
  "kind",
  "orderNumber",
  "orderDate",
  "issuer",
  "signer",
  "validity",
  "revokes",
  "people",
  "documents",
] as const

/** One of them. */
export type OrderField = (typeof orderFields)[number]

type Openness = { readonly state: OrderState; readonly returnedFields: readonly string[] | null }

/**
 * Whether a part of the form can be changed: all of it in a draft; of a returned order what the reviewer named (a person
 * or a page stands for the people or the scan), or all of it where he named nothing.
 */
export function isOpen({ state, returnedFields }: Openness, field: OrderField): boolean {
  if (!allows("edit", state)) return false
  if (state === "draft" || !returnedFields || returnedFields.length === 0) return true
  return returnedFields.some((name) => partOf(name) === field)
}

function partOf(name: string): string {
  if (name.startsWith("person:")) return "people"
  return name.startsWith("page:") ? "documents" : name
}

/** What an order still lacks before it can be handed in; each is a sentence of room `orders`. */
export type Lack =
  | "orderNumber"
  | "orderDate"
  | "signer"
  | "validFrom"
  | "validUntil"
  | "revokes"
  | "people"
  | "scan"

type Filled = {
  readonly kind: OrderKind
  readonly orderNumber: string
  readonly orderDate: string | null
  readonly signerName: string
  readonly signerPost: string
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly revokesId: string | null
}

/** Everything that an order still lacks, in the order of the form. An acting order has a last day, a revoking one no people. */
export function lacksOf(order: Filled, at: { readonly people: number; readonly scans: number }): Lack[] {
  const lacks: Record<Lack, boolean> = {
    orderNumber: order.orderNumber === "",
    orderDate: order.orderDate === null,
    signer: order.signerName === "" || order.signerPost === "",
    validFrom: order.validFrom === null,
    validUntil: order.kind === "acting" && order.validUntil === null,
    revokes: order.kind === "revoke" && order.revokesId === null,
    people: order.kind !== "revoke" && at.people === 0,
    scan: at.scans === 0,
  }
  return (Object.keys(lacks) as Lack[]).filter((lack) => lacks[lack])
}

/** What the form still lacks before it can be printed: number and date are written by hand when it is signed. */
export function printLacksOf(order: Filled, people: number): Lack[] {
  const byHand: Lack[] = ["orderNumber", "orderDate", "scan"]
  return lacksOf(order, { people, scans: 1 }).filter((lack) => !byHand.includes(lack))
}

/** The name of an order in the queue; Thai, as the papers are. */
export function orderTitle({
  kind,
  orderNumber,
  orderYearBe,
}: {
  readonly kind: OrderKind
  readonly orderNumber: string
  readonly orderYearBe: number | null
}): string {
  const names = { appoint: "คำสั่งแต่งตั้ง", acting: "คำสั่งรักษาการ", revoke: "คำสั่งยกเลิก" }
  return `${names[kind]} ${orderNumber}/${orderYearBe ?? ""}`
}

/** A stored order's people and paper as they are read aloud: `123/2569`. */
export function paperNumber({
  orderNumber,
  orderYearBe,
}: {
  readonly orderNumber: string
  readonly orderYearBe: number | null
}): string {
  return orderYearBe === null || orderNumber === "" ? orderNumber : `${orderNumber}/${orderYearBe}`
}
