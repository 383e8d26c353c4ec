import type { ProfileFields } from "@/db/schema/profiles"

/** Longest texts of a unit's data, in letters, and how many executives it names. */
export const profileLimits = {
  address: 300,
  telephone: 80,
  email: 254,
  openingHours: 200,
  post: 100,
  name: 100,
  executives: 12,
} as const

/** Whence to whence a place of Thailand lies, in degrees. */
export const thailand = { south: 5, north: 21, west: 97, east: 106 } as const

/** The fields of a unit's data, in the order of its form. */
export const profileFields = ["address", "telephone", "email", "openingHours", "executives", "place"] as const

/** One of them. */
export type ProfileField = (typeof profileFields)[number]

/** After so many days a unit's data counts as old. */
export const staleDays = 365

/** A unit that has told nothing yet. */
export const nothingTold: ProfileFields = {
  address: "",
  telephone: "",
  email: "",
  openingHours: "",
  latitude: null,
  longitude: null,
  executives: [],
}

/** In which fields two versions differ. */
export function changedFields(before: ProfileFields, after: ProfileFields): ProfileField[] {
  const same: Record<ProfileField, boolean> = {
    address: before.address === after.address,
    telephone: before.telephone === after.telephone,
    email: before.email === after.email,
    openingHours: before.openingHours === after.openingHours,
    executives:
      before.executives.length === after.executives.length &&
      before.executives.every(
        ({ post, name }, at) => after.executives[at]?.post === post && after.executives[at]?.name === name,
      ),
    place: before.latitude === after.latitude && before.longitude === after.longitude,
  }
  return profileFields.filter((field) => !same[field])
}

/** Whether data that was last found right then is old by now. */
export function isStale(checkedAt: Date, now: Date): boolean {
  return now.getTime() - checkedAt.getTime() > staleDays * 86_400_000
}
