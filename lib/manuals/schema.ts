import { z } from "zod"
import { maxNoteLength } from "./rules"

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

// Never part of a sentence, often part of an attack.
const controlCharacters = /\p{Cc}/u

/** What the upload form sends; `several` where it sent more files than one. `expectedVersion` is the newest version that the sender had seen, 0 for none. */
export const publishVersionInput = z.object({
  slug,
  expectedVersion: z.coerce.number().int().min(0).max(1_000_000),
  note: z
    .string()
    .trim()
    .max(maxNoteLength, "noteTooLong")
    .refine((note) => !controlCharacters.test(note), "noteUnreadable"),
  file: z
    .instanceof(Uint8Array, { error: ({ input }) => (input === "several" ? "fileSeveral" : "fileMissing") })
    .refine((file) => file.length > 0, "fileMissing"),
})

export const getManualsInput = z.object({})

export const getManualInput = z.object({ slug })

/** `version` null asks for the newest. */
export const openManualFileInput = z.object({
  slug,
  version: z
    .string()
    .regex(/^[1-9][0-9]{0,5}$/)
    .transform(Number)
    .nullable(),
})
