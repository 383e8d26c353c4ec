import type { findings as allFindings } from "@/db/schema/oversight"
import type { unitKinds } from "@/db/schema/units"

type Kind = (typeof unitKinds)[number]

/** What may be found about a unit. */
export const findings: typeof allFindings = ["no-admin", "one-admin", "order-ending", "admin-unseen"]

/** Days before its end from which an order counts as ending, and without a sign-in after which an SSO Admin counts as unseen. */
export const watchDays = { ending: 60, unseen: 90 } as const

/** Lines of a page. */
export const pageLines = 100

/** Dots of a map at the most: all local units of the country fit. */
export const mostDots = 9000

/** Lines of a sheet of the workbook at the most: every unit of the country fits, and what is found about each. */
export const mostWorkbookLines = 30_000

/** Whether there is anything below a unit of this kind. */
export function isOffice(kind: Kind): boolean {
  return kind === "department" || kind === "provincial_office" || kind === "district_office"
}

/** The part of so many, in whole per cent; a hundred only where nothing is missing. */
export function percent(part: number, of: number): number {
  return of === 0 ? 0 : part === of ? 100 : Math.min(99, Math.round((part / of) * 100))
}

/** How a unit stands, worst first. */
export type Standing = "none" | "one" | "more"

/** How a unit stands by the number of its SSO Admins. */
export const standingOf = (admins: number): Standing =>
  admins === 0 ? "none" : admins === 1 ? "one" : "more"

/** What a map draws: a box in whole units and for each standing the places of its dots. */
export type DotMap = {
  readonly width: number
  readonly height: number
  readonly paths: Record<Standing, string>
}

type Place = { readonly latitude: number; readonly longitude: number }

/**
 * A flat map that holds all these places, equirectangular about the middle latitude, which is near enough for a country of
 * Thailand's size.
 */
export function flatMap(places: readonly Place[], size = 600) {
  const [lats, lngs] = [places.map((place) => place.latitude), places.map((place) => place.longitude)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const span = Math.max(north - south, (east - west) * squeeze) || 1
  const margin = 8
  const scale = (size - 2 * margin) / span
  return {
    width: Math.round((east - west) * squeeze * scale) + 2 * margin,
    height: Math.round((north - south) * scale) + 2 * margin,
    /** A stroke of no length, which round ends make a dot. */
    dot: ({ latitude, longitude }: Place) =>
      `M${Math.round((longitude - west) * squeeze * scale) + margin} ${Math.round((north - latitude) * scale) + margin}h0`,
  }
}

/** Dots by how units stand: one path a standing, so that thousands of units weigh a few bytes each. */
export function dotMap(dots: readonly (Place & { readonly admins: number })[], size?: number): DotMap {
  const { width, height, dot } = flatMap(dots, size)
  const paths: Record<Standing, string[]> = { none: [], one: [], more: [] }
  for (const unit of dots) paths[standingOf(unit.admins)].push(dot(unit))
  return {
    width,
    height,
    paths: { none: paths.none.join(""), one: paths.one.join(""), more: paths.more.join("") },
  }
}

type Person = {
  readonly roles: readonly string[]
  readonly seats: readonly { readonly isAdmin: boolean; readonly level: string; readonly unitCode: string }[]
}

/** The code of the office whose units somebody looks after: the Department's for its people, else his own office's. */
export function officeOf({ roles, seats }: Person): string | undefined {
  if (roles.includes("officer") || roles.includes("auditor")) return "00"
  return seats.find(({ isAdmin, level }) => isAdmin && level !== "local")?.unitCode
}
