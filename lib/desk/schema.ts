import { z } from "zod"
import { longestNote, needsNote, reasonCodes } from "./rules"

const number = z.string().regex(/^[A-Z]-\d{4}-\d{4}$/, "numberWrong")

/** No database takes a character like NUL, and none is meant. */
const query = z
  .string()
  .max(200)
  .default("")
  .transform((typed) => typed.replace(/\p{Cc}/gu, " "))

/** The queue: what its bar says, and after which case the page begins. */
export const queueInput = z.object({ q: query, after: number.optional() })

/** A case, and the query whose queue the reviewer goes through. */
export const viewCaseInput = z.object({ number, q: query })

/** A case by its number. */
export const caseInput = z.object({ number })

/** The next case of a queue. */
export const claimNextInput = z.object({ q: query })

/**
 * A decision, with the version and the documents that the reviewer had before him. Messages are keys of the `desk`
 * dictionary.
 */
export const decideCaseInput = z
  .object({
    number,
    version: z.coerce.number().int().min(1),
    outcome: z.enum(["approve", "return", "reject"]),
    reasons: z.array(z.string().refine((code) => reasonCodes.includes(code), "reasonWrong")).max(20),
    fields: z.array(z.string().max(60)).max(100),
    note: z.string().trim().max(longestNote, "noteTooLong"),
    excluded: z.array(z.uuid()).max(200),
    documents: z.array(z.object({ id: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(50),
  })
  .refine((typed) => typed.outcome !== "return" || typed.fields.length > 0, {
    path: ["fields"],
    message: "fieldMissing",
  })
  .refine((typed) => typed.outcome === "approve" || typed.reasons.length > 0, {
    path: ["reasons"],
    message: "reasonMissing",
  })
  .refine((typed) => !typed.reasons.includes(needsNote) || typed.note !== "", {
    path: ["note"],
    message: "noteMissing",
  })

/** What a case is opened again for. */
export const reopenCaseInput = z.object({
  number,
  note: z.string().trim().min(1, "noteMissing").max(longestNote, "noteTooLong"),
})

/** Puts down what is in hand. */
export const releaseCaseInput = z.object({})

/** A decision whose time has come. */
export const settleDecisionInput = z.object({ decisionId: z.uuid() })
