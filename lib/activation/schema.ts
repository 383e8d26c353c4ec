import { z } from "zod"
import { orderActInput, paperInput, personInput } from "@/lib/orders/schema"
import { typedSecret } from "@/lib/registration/rules"
import { codeStates, typedCode, typedOrderNumber, typedUnitCode } from "./rules"

/** The cookie's value; absent means that this browser fills nothing in. */
const activation = z.string().max(100)
const address = z.string().max(100).nullable()

// What cannot be right is tried all the same, as a value that is no code: the answer is one for all that is wrong.
const tried = (read: (typed: string) => string | undefined) =>
  z
    .string()
    .max(200)
    .catch("")
    .transform((typed) => read(typed) ?? "none")

export const openActivationInput = z.object({
  unitCode: tried(typedUnitCode),
  code: tried(typedCode),
  address,
})

export const activationInput = z.object({ activation })

/** An act on the form: which browser, and the page as it was. */
const act = z.object({ activation }).and(orderActInput)

export const saveActivationPaperInput = act.and(paperInput)

export const saveActivationPersonInput = act.and(personInput)

export const activationPersonInput = act.and(z.object({ personId: z.uuid() }))

export const activationActInput = act

export const addActivationDocumentInput = z.object({
  activation,
  fileName: z.string().max(1000),
  sizeBytes: z.number().int().min(0).nullable(),
})

export const activationDocumentInput = z.object({ activation, documentId: z.uuid() })

/** Number and secret of a request that was handed in. */
export const openRequestInput = z.object({
  number: tried(typedOrderNumber),
  secret: tried(typedSecret),
  address,
})

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const text = z
  .preprocess(one, z.string().max(100))
  .catch("")
  .transform((typed) => typed.replace(/\p{Cc}/gu, " ").trim())
const province = z.preprocess(one, z.string().regex(/^\d{2}$/)).catch("")
const page = z.preprocess(one, z.coerce.number().int().min(1).max(9999)).catch(1)

/** Filters of the units that have nobody, as they stand in an address. */
export const emptyUnitsInput = z.object({ q: text, province, page })

/** Filters of the register of codes. */
export const registerInput = z.object({
  q: text,
  province,
  state: z.preprocess(one, z.enum(codeStates)).or(z.literal("")).catch(""),
  page,
})

/** Codes for the units that were chosen, or for all that the filters find. */
export const issueCodesInput = z.object({
  unitCodes: z.array(z.string().regex(/^\d{2,8}$/)).max(1000),
  isAll: z.boolean(),
  q: text,
  province,
})

/** A run of letters. */
export const runInput = z.object({ run: z.uuid() })
