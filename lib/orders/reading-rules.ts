import "server-only"
import type { PageText } from "@/lib/documents/list-words"
import type { FactReading } from "./reading"
import { readDay } from "./reading-dates"
import { readName, readSigner } from "./reading-names"
import { readNumber } from "./reading-numbers"
import { paperTexts } from "./reading-text"
import { readUnit } from "./reading-units"

/** An order as it was typed, as far as its paper says the same. */
export type TypedOrder = {
  readonly orderNumber: string
  readonly orderYearBe: number | null
  readonly orderDate: string | null
  readonly signerName: string
  readonly unit: string
  readonly issuer: string
  readonly people: readonly {
    readonly id: string
    readonly titleTh: string
    readonly givenNameTh: string
    readonly familyNameTh: string
  }[]
}

/** What its paper says of each fact; one that was not typed has none. */
export type OrderReading = {
  readonly facts: Partial<
    Readonly<Record<"unit" | "issuer" | "orderNumber" | "orderDate" | "signer", FactReading>>
  >
  /** By `order_people.id`. */
  readonly people: Readonly<Record<string, FactReading>>
}

/**
 * Compares an order with the words of its paper. It proposes and decides nothing: a text may be misread, or made to say
 * what nobody signed.
 *
 * @param isAllRead every page was read from its text layer, so that what is not there is not on the paper
 */
export function readOrder(order: TypedOrder, pages: readonly PageText[], isAllRead: boolean): OrderReading {
  const texts = paperTexts(pages)
  const { orderNumber, orderYearBe, orderDate, signerName, unit, issuer } = order
  return {
    facts: {
      unit: readUnit(texts, unit, false),
      issuer: readUnit(texts, issuer, true),
      ...(orderNumber === ""
        ? {}
        : { orderNumber: readNumber(texts, { number: orderNumber, yearBe: orderYearBe }) }),
      ...(orderDate === null ? {} : { orderDate: readDay(texts, orderDate) }),
      ...(signerName === "" ? {} : { signer: readSigner(texts, signerName) }),
    },
    people: Object.fromEntries(
      order.people.map(({ id, titleTh, givenNameTh, familyNameTh }) => [
        id,
        readName(texts, { title: titleTh, name: `${givenNameTh}${familyNameTh}` }, isAllRead),
      ]),
    ),
  }
}
