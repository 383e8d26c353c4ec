/** How far back the list of what happened goes, in days: as long as the browsers of past sessions are known. */
export const shownDays = 90

/** Lines on one page of it. */
export const linesPerPage = 30

/**
 * How an event ended, as far as its sentence cares: `shut` is a right password of an account that may not come in,
 * `asked` a sensitive change before which the person had to be proved once more.
 */
export const outcomes = ["done", "portal", "factor", "refused", "shut", "asked"] as const

/** One of them. */
export type Outcome = (typeof outcomes)[number]

/** Who did it: the person, someone who had not signed in, another person, or the portal by itself. */
export type Doer = "owner" | "someone" | "staff" | "portal"

/** Wrong passwords within a day from which the owner is told of them, and how often that is at most, in seconds. */
export const failureWarning = { least: 10, window: 24 * 60 * 60 } as const

/** Whether something was done, be it the first step of more. */
const isWell = (outcome: Outcome) => outcome === "done" || outcome === "portal" || outcome === "factor"

type Sentences = { readonly done: string; readonly refused: string; readonly [other: string]: string }

/** The sentence of an event; a neutral one where its action has none. */
export function sentenceOf(
  { action, outcome }: { readonly action: string; readonly outcome: Outcome },
  words: { readonly events: object; readonly neutral: string; readonly asked: string },
): string {
  const known = Object.entries<Sentences>(words.events as Record<string, Sentences>)
  const sentences = known.find(([name]) => name === action)?.[1]
  if (!sentences) return words.neutral
  if (outcome === "asked") return words.asked
  return sentences[outcome] ?? (isWell(outcome) ? sentences.done : sentences.refused)
}
