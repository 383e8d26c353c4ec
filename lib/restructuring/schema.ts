import { z } from "zod"
import { arabicDigits } from "@/lib/i18n/digits"
import { line } from "@/lib/orders/schema"
import { parseDayBe } from "@/lib/orders/typed-day-be"
import { changeLimits, fitsKind, localKinds } from "./rules"

// Messages are keys of `faults` in room `restructuring` of the dictionary.

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

const newCode = z
  .string()
  .max(40, "codeWrong")
  .transform((typed) => arabicDigits(typed).replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^0\d{7}$/, "codeWrong"))

const day = z
  .object({ day: z.string().max(20), month: z.string().max(20), year: z.string().max(20) })
  .transform((typed, context) => {
    const read = parseDayBe(typed)
    if (read.is === "day") return read.day
    if (read.is === "empty") return null
    context.addIssue({ code: "custom", message: read.is === "era" ? "yearNotBe" : "dayWrong" })
    return z.NEVER
  })

const papers = {
  unitCode,
  orderText: line(changeLimits.order, "orderTooLong").pipe(z.string().min(1, "orderMissing")),
  reason: line(changeLimits.reason, "reasonTooLong").pipe(z.string().min(1, "reasonMissing")),
  /** Null: at once. */
  effectiveOn: day,
}

const renamed = z
  .object({
    act: z.literal("change"),
    ...papers,
    kind: z.enum(localKinds, "kindMissing"),
    newCode,
    nameTh: line(changeLimits.name, "nameTooLong").pipe(z.string().min(1, "nameMissing")),
    nameEn: line(changeLimits.name, "nameTooLong"),
  })
  .refine(({ kind, nameTh }) => fitsKind(kind, nameTh), { path: ["nameTh"], message: "nameKind" })

const merged = z.object({ act: z.literal("merge"), ...papers, intoCode: newCode })

/** What is to become of a unit, and by which order. */
export const wishedChange = z.discriminatedUnion("act", [renamed, merged])

/** One of the two, as read. */
export type WishedChange = z.output<typeof wishedChange>

/** The same, said outright by who has seen what it does to the unit as it then stood. */
export const planChangeInput = z.object({
  wish: wishedChange,
  seenCode: z.string().max(8),
  confirmed: z.boolean(),
  /** The last six digits are meant to differ. */
  tailConfirmed: z.boolean(),
})

/** A unit, from the address. */
export const changeFormInput = z.object({ unitCode })

/** A change that waits for its day. */
export const plannedChangeInput = z.object({ unitCode, changeId: z.uuid() })

/** How many changes the portal carries out in one go. */
export const carryOutInput = z.object({ changeId: z.uuid() })
