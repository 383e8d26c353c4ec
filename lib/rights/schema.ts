import { z } from "zod"
import { line } from "@/lib/orders/schema"
import { parseDayBe } from "@/lib/orders/typed-day-be"
import { readChange, rightsLimits } from "./rules"

// Messages are keys of `faults` in room `rights` of the dictionary.

export const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

/** A day of the Buddhist era in three fields, or none. */
export const untilDay = z
  .object({ day: z.string().max(20), month: z.string().max(20), year: z.string().max(20) })
  .transform((typed, context) => {
    const read = parseDayBe(typed)
    if (read.is === "day") return read.day
    if (read.is === "empty") return null
    context.addIssue({ code: "custom", message: read.is === "era" ? "yearNotBe" : "untilWrong" })
    return z.NEVER
  })

export const orderText = line(200, "orderTooLong")
export const reasonText = line(500, "reasonTooLong")

const change = z.string().transform((text, context) => {
  const read = readChange(text)
  if (read) return read
  context.addIssue({ code: "custom", message: "changeWrong" })
  return z.NEVER
})

/** Changes of roles, each of another; `validUntil` is the last day of what is granted. */
export const changeRightsInput = z
  .object({
    unitCode,
    changes: z.array(change).min(1, "noneChosen").max(rightsLimits.changes, "tooMany"),
    validUntil: untilDay,
    orderText,
    reason: reasonText,
  })
  .superRefine(({ changes, reason }, context) => {
    const keys = new Set(changes.map(({ membershipId, systemRoleId }) => `${membershipId} ${systemRoleId}`))
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message })
    if (keys.size < changes.length) fault("changes", "twice")
    if (reason === "" && changes.some(({ act }) => act === "withdraw")) fault("reason", "reasonMissing")
  })

/** How many rows the portal settles in one go. */
export const settleRightsInput = z.object({ limit: z.number().int().min(1).max(5000) })

/** A request of one's own for a role. */
export const askRightInput = z.object({
  membershipId: z.uuid(),
  systemRoleId: z.uuid("roleMissing"),
  reason: reasonText.pipe(z.string().min(1, "reasonMissing")),
})

export const ownRequestInput = z.object({ requestId: z.uuid() })

/** The answer to a request: granted until a day on an order, or not, with words for who asked. */
export const decideRequestInput = z
  .object({
    unitCode,
    requestId: z.uuid(),
    decision: z.enum(["grant", "refuse"], "decisionMissing"),
    answer: reasonText,
    orderText,
    validUntil: untilDay,
  })
  .refine(({ decision, answer }) => decision === "grant" || answer !== "", {
    path: ["answer"],
    message: "answerMissing",
  })

/** What the address of the grid says; whatever it can't mean counts as not said. */
export const gridInput = z.object({
  unitCode,
  system: z
    .string()
    .regex(/^[A-Za-z0-9-]{0,40}$/)
    .catch(""),
  q: z
    .string()
    .max(100)
    .catch("")
    .transform((typed) =>
      typed
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    ),
  after: z.uuid().nullable().catch(null),
})

/** Changes as an address carries them, before they are saved. */
export const checkInput = z.object({
  unitCode,
  changes: z.array(z.string().max(200)).max(2000),
})

export const ownSystemInput = z.object({
  membershipId: z.uuid(),
  system: z.string().regex(/^[A-Z0-9-]{1,40}$/),
})

export const myRightsInput = z.object({})

export const waitingRequestInput = z.object({ unitCode, requestId: z.uuid() })

export const waitingCountInput = z.object({ unitCode })
