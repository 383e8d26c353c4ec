import { z } from "zod"
import { findings } from "./rules"

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

/** An office, from the address; how far down its list one is, which findings one looks at. Nonsense is nothing. */
export const oversightInput = z.object({
  officeCode: unitCode,
  after: z
    .string()
    .regex(/^\d{0,8}$/)
    .catch("")
    .default(""),
  finding: z
    .enum(["", ...findings])
    .catch("")
    .default(""),
  from: z
    .string()
    .regex(/^[\d/]{0,200}$/)
    .catch("")
    .default(""),
})

/** A unit, from the address. */
export const successionInput = z.object({ unitCode })

/** Who is to take over: somebody of the unit, chosen from its list. */
export const nameSuccessorInput = z.object({ unitCode, membershipId: z.uuid("successorMissing") })

/** An office, and the language of its workbook. */
export const oversightWorkbookInput = z.object({
  officeCode: unitCode,
  locale: z.enum(["th", "en"]).default("th"),
})
