import "server-only"
import type { EventTextRow } from "@/db/queries/audit"

/** An event as text from the database, to the microsecond and as stored, so that nothing hides in a conversion. */
export type EventText = Omit<EventTextRow, "month">

/** The fields of an event in the order in which they are sealed. A new field goes to the end, under a new version. */
export function eventFields(event: EventText): (string | null)[] {
  const { seq, at, action, actorKind, actorId, sessionId } = event
  const { subjectId, unitId, refusal, requestId, detail } = event
  return [seq, at, action, actorKind, actorId, sessionId, subjectId, unitId, refusal, requestId, detail]
}

/**
 * Texts as bytes that can be read in one way only: a mark (0 absent, 1 present), then length as 32 bits and the text
 * in UTF-8. No two different lists give the same bytes.
 */
export function encode(fields: readonly (string | null)[]): Buffer {
  return Buffer.concat(
    fields.flatMap((field) => {
      if (field === null) return [Buffer.from([0])]
      const text = Buffer.from(field, "utf8")
      const head = Buffer.alloc(5)
      head.writeUInt8(1, 0)
      head.writeUInt32BE(text.length, 1)
      return [head, text]
    }),
  )
}
