import type { AccountActor, Actor, SystemActor } from "@/lib/kernel/actor"

/** Largest file of a manual, in bytes (product page, "Limits and defaults"). */
export const maxManualBytes = 10 * 1024 * 1024

/** Longest note of a version, in code units. */
export const maxNoteLength = 300

/** The Department's officers publish manuals; the portal itself publishes those that it ships with. */
export function canPublishManuals(actor: Actor): actor is AccountActor | SystemActor {
  return actor.kind === "system" || (actor.kind === "account" && actor.roles.includes("officer"))
}

/** The stable short address of a manual, as its QR code holds it. */
export function manualAddress(origin: string, slug: string): string {
  return `${origin.replace(/\/$/, "")}${manualPath(slug)}`
}

/** Path of a manual's own page. */
export function manualPath(slug: string): string {
  return `/m/${slug}`
}

/** Path under which this very version stays downloadable for good. */
export function versionPath(slug: string, version: number): string {
  return `/m/${slug}/v/${version}`
}

/** Names of a version's file for a browser that saves it: in Thai, and in ASCII for one that knows no better. */
export function fileNames(
  manual: { slug: string; titleTh: string },
  version: number,
): { thai: string; ascii: string } {
  return { thai: `${manual.titleTh} ฉบับที่ ${version}.pdf`, ascii: `${manual.slug}-v${version}.pdf` }
}
