import { z } from "zod"
import { maxQueryLength } from "./rules"

/** Kinds of unit that one can ask for: every one of the tree but the Department itself. */
export const searchableKinds = [
  "sao",
  "subdistrict_municipality",
  "town_municipality",
  "city_municipality",
  "pao",
  "pattaya",
  "district_office",
  "provincial_office",
] as const

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const arabic = (text: string) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50))
const code = (pattern: RegExp) =>
  z.preprocess(one, z.string().max(20).transform(arabic).pipe(z.string().regex(pattern))).catch("")

/**
 * Filters of the public lookup as they stand in an address. Someone's old or mangled link still opens: a filter that
 * makes no sense counts as not set; only a text too long to search by is refused.
 */
export const searchUnitsInput = z.object({
  q: z.preprocess(
    (value) =>
      typeof one(value) === "string"
        ? String(one(value))
            .replace(/\p{Cc}/gu, " ")
            .trim()
        : "",
    z.string().max(maxQueryLength, "tooLong"),
  ),
  province: code(/^\d{2}$/),
  district: code(/^\d{4}$/),
  kind: z.preprocess(one, z.enum(searchableKinds)).or(z.literal("")).catch(""),
  page: z
    .preprocess(
      one,
      z
        .string()
        .max(20)
        .transform(arabic)
        .pipe(z.string().regex(/^[1-9]\d{0,3}$/))
        .transform(Number),
    )
    .catch(1),
})

/** The filters once read. */
export type UnitFilters = z.output<typeof searchUnitsInput>

/** A unit by its code: 8 digits, 4, 2; Thai digits and the seven-digit form too. */
export const getUnitInput = z.object({
  code: z
    .string()
    .max(20)
    .transform(arabic)
    .pipe(z.string().regex(/^(?:\d{2}|\d{4}|\d{7}|\d{8})$/)),
})

/** A district by its code, for the sheet on paper. */
export const getDistrictSheetInput = z.object({
  district: z.preprocess(
    one,
    z
      .string()
      .max(20)
      .transform(arabic)
      .pipe(z.string().regex(/^\d{4}$/)),
  ),
})
