import "server-only"
import { z } from "zod"
import { arabicDigits } from "@/lib/i18n/digits"
import { line } from "@/lib/orders/schema"
import type { PeriodScope, UnitKind } from "@/lib/systems/rules"
import { untilDay } from "./schema"

// Messages are keys of `faults` in room `catalogue` of the dictionary.

/** The kinds of unit to which a system can be opened; the Department itself stands above every list. */
const kinds = [
  "provincial_office",
  "district_office",
  "pao",
  "city_municipality",
  "town_municipality",
  "subdistrict_municipality",
  "sao",
  "pattaya",
] as const satisfies readonly UnitKind[]

const scopes = ["all", "record", "certify"] as const satisfies readonly PeriodScope[]

const code = z.string().regex(/^[A-Z0-9-]{1,40}$/)
const version = z.coerce.number().int().min(1)
const text = (longest: number) => line(longest, "tooLong")
const needed = (longest: number) => text(longest).pipe(z.string().min(1, "missing"))

export const catalogueInput = z.object({})

export const systemInput = z.object({ code })

/** What the Department says of a system. An empty list of kinds or provinces means all of them. */
export const changeSystemInput = z
  .object({
    code,
    version,
    nameTh: needed(200),
    nameEn: needed(200),
    purposeTh: needed(500),
    purposeEn: needed(500),
    state: z.enum(["not-connected", "open", "closed"]),
    contactName: text(120),
    contactTelephone: text(60),
    contactEmail: text(200).pipe(z.literal("").or(z.email("emailWrong"))),
    kinds: z.array(z.enum(kinds)),
    provinces: z.array(z.string().regex(/^\d{2}$/)),
    isNamedOnly: z.boolean(),
    allowsConflicts: z.boolean(),
    announcementTh: text(500),
    announcementEn: text(500),
    announcementUntil: untilDay,
    confirmed: z.boolean(),
  })
  .refine(({ announcementTh, announcementEn }) => (announcementTh === "") === (announcementEn === ""), {
    path: ["announcementEn"],
    message: "bothLanguages",
  })

/** The list of named units, a code a line, in either kind of digits. */
export const nameUnitsInput = z.object({
  code,
  version,
  codes: z
    .string()
    .max(15_000, "tooLong")
    .transform((typed) =>
      arabicDigits(typed)
        .split(/\r?\n/)
        .map((line) => line.trim()),
    ),
  confirmed: z.boolean(),
})

/** A role; `roleId` is empty for a new one, whose key then is fixed for good. */
export const saveRoleInput = z
  .object({
    code,
    version,
    roleId: z.literal("").or(z.uuid()),
    key: z.string().max(40, "keyWrong"),
    nameTh: needed(100),
    nameEn: needed(100),
    aboutTh: needed(300),
    aboutEn: needed(300),
    records: z.boolean(),
    certifies: z.boolean(),
  })
  .refine(({ roleId, key }) => roleId !== "" || /^[a-z][a-z0-9-]*$/.test(key), {
    path: ["key"],
    message: "keyWrong",
  })
  .refine(({ records, certifies }) => !(records && certifies), { path: ["certifies"], message: "both" })

/** An opening period, or the quarters of a fiscal year where `year` is given. */
export const addPeriodInput = z
  .object({
    code,
    version,
    nameTh: needed(200),
    nameEn: needed(200),
    scope: z.enum(scopes),
    opensOn: untilDay.pipe(z.string("dayMissing")),
    closesOn: untilDay.pipe(z.string("dayMissing")),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ["closesOn"], message: "daysCrossed" })

export const addQuartersInput = z.object({
  code,
  version,
  year: z
    .string()
    .transform((typed) => Number(arabicDigits(typed).trim()))
    .pipe(z.number().int("yearWrong").min(2560, "yearWrong").max(2650, "yearWrong")),
})

export const removePeriodInput = z.object({ code, version, periodId: z.uuid() })
