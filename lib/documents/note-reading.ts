import "server-only"
import { z } from "zod"
import { lockDocument } from "@/db/queries/documents"
import { markRead } from "@/db/queries/documents-words"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { documentReadings } from "./rules"

const page = z.object({
  page: z.number().int().min(1),
  from: z.enum(["layer", "picture"]),
  bytes: z.number().int().min(1),
})

const noteReadingInput = z.object({ id: z.uuid(), reading: z.enum(documentReadings), pages: z.array(page) })

function isPortal(actor: Actor): actor is SystemActor {
  return actor.kind === "system"
}

/** Writes down that a document's words were read, never what they are. One that was taken away meanwhile stays away. */
export const noteReading = command({
  name: "documents.note-reading",
  input: noteReadingInput,
  allow: isPortal,
  async run({ tx, input: { id, reading, pages } }) {
    const document = await lockDocument(tx, id)
    if (document?.state !== "ready") return refused("not-found")
    await markRead(tx, id, { reading, pages })
    return done(null, { subject: id, detail: { reading, pages: pages.length } })
  },
})
