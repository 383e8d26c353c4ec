import { z } from "zod"
import { arabicDigits } from "@/lib/i18n/digits"
import { parseTypedDay } from "@/lib/i18n/typed-day"

const version = z.coerce.number().int().min(0).max(1_000_000)
const bangkok = 7 * 60 * 60 * 1000

const added = z
  .object({
    act: z.literal("add"),
    version,
    day: z.string().max(40, "dateWrong"),
    month: z.string().max(40, "dateWrong"),
    year: z.string().max(40, "dateWrong"),
    name: z
      .string()
      .trim()
      .min(1, "nameMissing")
      .max(200, "tooLong")
      .regex(/^\P{Cc}+$/u, "unreadable"),
  })
  .transform(({ act, version, name, ...typed }, context) => {
    const at = parseTypedDay(typed)
    if (at) return { act, version, name, date: new Date(at.getTime() + bangkok).toISOString().slice(0, 10) }
    context.addIssue({ code: "custom", path: ["day"], message: "dateWrong" })
    return z.NEVER
  })

/**
 * A change of the days off: one more, typed in three fields; one that was added taken away; one of the calendar dropped, or
 * kept after all. `version` is the one that the sender saw.
 */
export const changeHolidaysInput = z.discriminatedUnion("act", [
  added,
  z.object({ act: z.enum(["remove", "drop", "keep"]), version, date: z.iso.date() }),
])

const [first, last] = [2560, 2600]

/** The year of the Buddhist era whose days off are listed, in either kind of digits; nothing else is a year of this list. */
export const holidaysInput = z.object({
  year: z
    .string()
    .optional()
    .transform((typed) => {
      const year = Number(arabicDigits(typed ?? ""))
      return Number.isInteger(year) && year >= first && year <= last ? year : undefined
    }),
})
