import { z } from "zod"
import { importFilters } from "./rules"

// Messages are keys of `faults` in room `imports` of the dictionary.

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")
const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)

/** A workbook as it was sent; nothing where the form held none, `several` where it held more than one. */
export const judgeImportInput = z.object({
  unitCode,
  file: z
    .instanceof(Uint8Array, { message: "fileMissing" })
    .refine((bytes) => bytes.length > 0, "fileMissing"),
})

export const importInput = z.object({ unitCode, batchId: z.uuid() })

export const importRowInput = z.object({ rowId: z.uuid() })

export const unitImportsInput = z.object({ unitCode })

/** A batch as its page shows it: rows behind a number, all of them or those of one kind. */
export const shownImportInput = importInput.extend({
  show: z.preprocess(one, z.enum(importFilters)).optional().catch(undefined),
  after: z.preprocess(one, z.coerce.number().int().min(0).max(2_000_000)).catch(0),
})

export const exportInput = z.object({
  unitCode,
  as: z.enum(["xlsx", "csv"]),
  locale: z.enum(["th", "en"]).default("th"),
})

const locale = z.enum(["th", "en"]).default("th")

export const templateInput = unitImportsInput.extend({ locale })

export const importResultInput = importInput.extend({ locale })
