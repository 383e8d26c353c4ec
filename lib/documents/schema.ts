import { z } from "zod"

const ticket = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** The bytes of a file from `offset` on. */
export const receiveDocumentInput = z.object({
  id: z.uuid(),
  ticket,
  offset: z.coerce.number().int().min(0),
  bytes: z.custom<AsyncIterable<Uint8Array>>((value) => typeof value === "object" && value !== null),
})

export const getUploadInput = z.object({ id: z.uuid(), ticket })

export const viewPageInput = z.object({ id: z.uuid(), page: z.coerce.number().int().min(1).max(40) })
