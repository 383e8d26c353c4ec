import "server-only"
import { type Place, placeOf, type Range, wordingOf } from "./reading-text"

/**
 * What reading says of one fact of an order. `matches`: it stands on the paper · `unsure`: something near it does, or nothing
 * could be made out · `differs`: the paper says something else there. None of the three decides anything.
 */
export type FactReading = {
  readonly verdict: "matches" | "unsure" | "differs"
  /** How it stands on the paper; null where it was not found. */
  readonly found: string | null
  readonly place: Place | null
}

/** A reading of a part of the paper. */
export function readingAt(verdict: FactReading["verdict"], range: Range): FactReading {
  return { verdict, found: wordingOf(range), place: placeOf(range) }
}

/** Nothing of the kind was found. That it is missing says something only where all of the paper could be read. */
export function notFound(isAllRead: boolean): FactReading {
  return { verdict: isAllRead ? "differs" : "unsure", found: null, place: null }
}

/** Recognised on a picture, where letters are mistaken; a text layer mistakes none. */
export function isRecognised({ text }: Range): boolean {
  return text.source.from === "picture"
}
