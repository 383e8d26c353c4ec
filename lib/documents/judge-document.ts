import "server-only"
import { z } from "zod"
import { lockDocument, markReady, markRefused } from "@/db/queries/documents"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { acceptedTypes, documentRefusals } from "./rules"

const page = z.object({
  page: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  sizeBytes: z.number().int(),
  storageKey: z.string(),
  qrText: z.string().nullable(),
})

const judgeDocumentInput = z.object({
  id: z.uuid(),
  virusScan: z.enum(["clean", "unscanned"]).nullable(),
  sha256: z.instanceof(Buffer).nullable(),
  verdict: z.discriminatedUnion("fit", [
    z.object({ fit: z.literal(true), mediaType: z.enum(acceptedTypes), pages: z.array(page).min(1) }),
    z.object({ fit: z.literal(false), why: z.enum(documentRefusals) }),
  ]),
})

function isPortal(actor: Actor): actor is SystemActor {
  return actor.kind === "system"
}

/** Writes down what was found about a document, for good. One that was taken away meanwhile stays away. */
export const judgeDocument = command({
  name: "documents.judge",
  input: judgeDocumentInput,
  allow: isPortal,
  async run({ tx, now, input: { id, virusScan, sha256, verdict } }) {
    const document = await lockDocument(tx, id)
    if (document?.state !== "checking" && document?.state !== "waiting-for-scan") return refused("not-found")
    if (!verdict.fit) {
      await markRefused(tx, id, verdict.why)
      return done(null, { subject: id, detail: { refused: verdict.why } })
    }
    const { mediaType, pages } = verdict
    const rows = pages.map((found) => ({ ...found, documentId: id }))
    await markReady(tx, id, { mediaType, pages: pages.length, sha256, virusScan, readyAt: now }, rows)
    return done(null, { subject: id, detail: { pages: pages.length, scan: virusScan ?? "none" } })
  },
})
