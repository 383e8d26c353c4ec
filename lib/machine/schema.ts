import { z } from "zod"

/** What a program may ask of the portal in its own name (RFC 6749 §3.3). */
export const machineScopes = ["directory.read", "changes.read"] as const

/** One of them. */
export type MachineScope = (typeof machineScopes)[number]

const kinds = [
  "department",
  "provincial_office",
  "district_office",
  "pao",
  "city_municipality",
  "town_municipality",
  "subdistrict_municipality",
  "sao",
  "pattaya",
] as const

/** What an entry of the feed, or a call of a webhook, can be about. */
export const changeTypes = [
  "grant-granted",
  "grant-changed",
  "grant-suspended",
  "grant-restored",
  "grant-withdrawn",
  "grant-lapsed",
  "membership-changed",
  "membership-suspended",
  "membership-restored",
  "membership-ended",
  "membership-lapsed",
  "membership-moved",
  "account-activated",
  "account-locked",
  "account-suspended",
  "account-restored",
  "account-closed",
  "unit-changed",
] as const

const unitCode = z.string().regex(/^\d{2,8}$/)
const cursor = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

function pageSize(usual: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(most))
    .default(usual)
}

/** Query of the directory of units. */
export const unitsQuery = z.strictObject({
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  district: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  kind: z.enum(kinds).optional(),
  changedSince: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  after: cursor.default(0),
  limit: pageSize(200, 500),
})

/** Address of one unit, by a code of today or of former days. */
export const unitQuery = z.strictObject({ code: unitCode })

/** Query of the SSO Admins of a unit. */
export const adminsQuery = z.strictObject({ unit: unitCode })

/** Where a list of rights goes on: the place of the feed at which it began, and the last right that was told. */
const listCursor = z
  .string()
  .regex(/^\d{1,15}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text) => ({
    changesAfter: Number(text.slice(0, text.indexOf("-"))),
    last: text.slice(text.indexOf("-") + 1),
  }))

/** Query of the rights as they stand. */
export const grantsQuery = z.strictObject({ after: listCursor.optional(), limit: pageSize(200, 500) })

/** Query of the feed of changes; without `after`, from the oldest entry that is kept. */
export const changesQuery = z.strictObject({ after: cursor.optional(), limit: pageSize(100, 500) })

/** A unit as everybody may know it. */
export const unitAnswer = z.strictObject({
  code: unitCode.describe("the code in force today; of a unit that was taken up, the last one it bore"),
  kind: z.enum(kinds),
  nameTh: z.string(),
  nameEn: z.string().nullable(),
  parentCode: unitCode.nullable().describe("the office directly above"),
  provinceCode: z.string().nullable(),
  districtCode: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  mergedIntoCode: unitCode.nullable().describe("the unit that took this one up"),
  changedAt: z.iso.datetime(),
})

const next = z
  .string()
  .nullable()
  .describe("send it as `after` for the page that follows; null on the last one")

/** A page of the directory. */
export const unitsAnswer = z.strictObject({
  units: z.array(unitAnswer),
  next,
  asOf: z.iso
    .datetime()
    .describe("send it as `changedSince` the next time; overlaps, so that nothing is missed"),
})

/** The SSO Admins of a unit, as the public lookup shows them. */
export const adminsAnswer = z.strictObject({
  unit: unitCode.describe("the code in force today"),
  admins: z.array(
    z.strictObject({ name: z.string(), post: z.string(), officeTelephone: z.string().nullable() }),
  ),
})

/** An entry of the feed of changes. */
export const changeAnswer = z.strictObject({
  id: z
    .string()
    .regex(/^\d+$/)
    .describe("never used twice; the same entry bears the same one wherever it is told"),
  type: z.enum(changeTypes),
  at: z.iso.datetime(),
  sub: z
    .string()
    .nullable()
    .describe("the person as the system knows him from its ID tokens; null where a unit itself changed"),
  unitCode: z.string(),
  formerUnitCode: z
    .string()
    .nullable()
    .describe("the code before, where the person moved or the unit's changed"),
  roles: z.array(z.string()).describe("the roles of this system that it is about"),
  validUntil: z.iso.date().nullable().describe("last day of the role or membership"),
})

/** A stretch of the feed. */
export const changesAnswer = z.strictObject({
  changes: z.array(changeAnswer),
  next: z.string().describe("send it as `after` from now on, also when there was nothing new"),
  hasMore: z.boolean(),
})

/** A right that somebody holds in the asking system, with everything that the feed may change about it. */
export const grantAnswer = z.strictObject({
  sub: z.string().describe("the person as the system knows him from its ID tokens"),
  unitCode: z.string(),
  role: z.string(),
  grant: z.enum(["active", "suspended"]),
  validUntil: z.iso.date().nullable().describe("last day of the role"),
  membership: z.enum(["active", "suspended"]).describe("how the person belongs to the unit"),
  membershipFrom: z.iso.date(),
  membershipUntil: z.iso.date().nullable().describe("last day of the membership"),
  account: z.enum(["invited", "active", "locked", "suspended", "closed"]),
  isInForce: z.boolean().describe("all of this together, on the day of the answer in Bangkok"),
})

/** A page of the rights as they stand. */
export const grantsAnswer = z.strictObject({
  grants: z.array(grantAnswer),
  next,
  changesAfter: z
    .string()
    .regex(/^\d+$/)
    .describe("the same on each page: after the last one go on from here in the feed of changes"),
})

/** Why there is no answer (RFC 9457). */
export const problemAnswer = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional().describe("what was wrong, by name of parameter"),
  requestId: z.string().optional().describe("by which the portal's staff find the request in the log"),
})

/** As it goes out. */
export type ChangeAnswer = z.output<typeof changeAnswer>
