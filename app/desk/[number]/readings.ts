import type { Reading } from "@/components/desk/reading-mark"
import type { DocumentMark } from "./document-pages"

type Found = Reading & {
  place: {
    documentId: string
    page: number
    size: readonly [number, number]
    box: readonly [number, number, number, number]
  } | null
}

/** What was read of each fact and person, by the fact's field or the person's id. */
export type Readings = Readonly<Record<string, Found>>

/** The places of all that was read, for the pages on which they are. */
export function marksOf(readings: Readings): DocumentMark[] {
  return Object.entries(readings).flatMap(([name, { place }]) => (place ? [{ name, ...place }] : []))
}
