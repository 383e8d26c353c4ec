import { z } from "zod"
import { parseNationalId } from "@/lib/identity/rules"
import { staffKinds } from "@/lib/orders/rules"
import { day, line, personFields } from "@/lib/orders/schema"
import { hasLongNumber, standings } from "./rules"

// Messages are keys of `faults` in room `members` of the dictionary.

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)

const filter = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(one, z.enum(values)).or(z.literal("")).catch("")

/** Text to search by: a 13-digit number is none, and never stands in an address. */
const searched = z
  .preprocess(one, z.string())
  .catch("")
  .transform((typed) => [...typed.replace(/\p{Cc}/gu, " ").trim()].slice(0, 100).join(""))
  .transform((typed) => (hasLongNumber(typed) ? "" : typed))

/** The list of a unit's users by what stands in its address; a filter that makes no sense counts as not set. */
export const unitUsersInput = z.object({
  unitCode,
  q: searched,
  state: filter(standings),
  admin: filter(["1"]),
  kind: filter(staffKinds),
  grants: filter(["none"]),
  seen: filter(["not"]),
  after: z.preprocess(one, z.uuid()).optional().catch(undefined),
})

/** The filters of the list. */
export type UserFilters = Omit<z.output<typeof unitUsersInput>, "unitCode" | "after">

/** A 13-digit number that was typed into the search box. */
export const findUserInput = z.object({ unitCode, typed: z.string().max(200) })

export const unitUserInput = z.object({ unitCode, membershipId: z.uuid() })

/** Somebody to be made a user of the unit. Days that are left empty mean from today on, and without end. */
export const offerInput = z
  .object({
    unitCode,
    nationalId: z
      .string()
      .max(100, "nationalIdWrong")
      .transform((typed, context) => {
        const bare = parseNationalId(typed)
        if (bare) return bare
        context.addIssue({
          code: "custom",
          message: typed.trim() === "" ? "nationalIdMissing" : "nationalIdWrong",
        })
        return z.NEVER
      }),
    ...personFields,
    orderText: line(120, "orderTooLong").pipe(z.string().min(1, "orderMissing")),
    validFrom: day("validFromWrong"),
    validUntil: day("validUntilWrong"),
  })
  .superRefine(({ validFrom, validUntil }, context) => {
    if (validFrom && validUntil && validUntil < validFrom)
      context.addIssue({ code: "custom", path: ["validUntil"], message: "untilBeforeFrom" })
  })

export const unitOfferInput = z.object({ unitCode, offerId: z.uuid() })

export const ownOfferInput = z.object({ offerId: z.uuid() })

export const offerFormInput = z.object({ unitCode })

const version = z.coerce.number().int().min(1)

const reason = line(300, "reasonTooLong").pipe(z.string().min(1, "reasonMissing"))

/** A user as his page was when someone pressed a button. */
export const userActInput = z.object({ unitCode, membershipId: z.uuid(), version })

/** The same with the reason; `knowsLast` where the unit is left without an SSO Admin and that is meant. */
export const endUserInput = userActInput.extend({ reason, knowsLast: z.string().max(10).default("") })

/** A suspension, until its last day or until somebody ends it. */
export const suspendUserInput = endUserInput.extend({ until: day("untilWrong") })

/** Leaving a unit oneself. */
export const leaveUnitInput = userActInput.extend({
  confirmed: z.literal("1", "leaveUnconfirmed"),
  knowsLast: z.string().max(10).default(""),
})

/** What of a membership can be changed. */
export const editUserInput = userActInput
  .extend({
    post: personFields.post,
    staffKind: personFields.staffKind,
    staffReason: personFields.staffReason,
    officeTelephone: personFields.officeTelephone,
    orderText: line(120, "orderTooLong"),
    validFrom: day("validFromWrong"),
    validUntil: day("validUntilWrong"),
  })
  .superRefine(({ validFrom, validUntil }, context) => {
    if (validFrom && validUntil && validUntil < validFrom)
      context.addIssue({ code: "custom", path: ["validUntil"], message: "untilBeforeFrom" })
  })
