import { z } from "zod"
import { arabicDigits } from "@/lib/i18n/digits"
import { day, line, personFields } from "@/lib/orders/schema"

// Messages are keys of `faults` in room `transfers` of the dictionary, else of `members` and `orders`.

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

export const unitTransfersInput = z.object({ unitCode })

export const transferFormInput = z.object({ unitCode, membershipId: z.uuid() })

/** A user of the unit who is to move to another one on a day. */
export const openTransferInput = z.object({
  unitCode,
  membershipId: z.uuid(),
  toUnit: z
    .string()
    .max(20, "toUnitWrong")
    .transform((typed) => arabicDigits(typed).replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{2,8}$/, "toUnitWrong")),
  post: personFields.post,
  staffKind: personFields.staffKind,
  staffReason: personFields.staffReason,
  officeTelephone: personFields.officeTelephone,
  orderText: line(120, "orderTooLong").pipe(z.string().min(1, "orderMissing")),
  effectiveOn: day("effectiveWrong"),
  knowsLast: z.string().max(10).default(""),
})

/** The receiving unit signs, with the roles that begin there. */
export const signTransferInput = z.object({
  unitCode,
  transferId: z.uuid(),
  roles: z.array(z.uuid()).max(60),
})

/** One of the two units says no, or takes it back. */
export const closeTransferInput = z.object({
  unitCode,
  transferId: z.uuid(),
  reason: line(300, "reasonTooLong").pipe(z.string().min(1, "reasonMissing")),
})
