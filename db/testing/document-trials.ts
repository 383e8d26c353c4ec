import { receiveDocument } from "@/lib/documents/receive-document"
import type { Actor } from "@/lib/kernel/actor"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"

/** Commands of documents that anyone may try: the ticket is what is asked there. */
export const openDocuments = ["documents.receive"] as const

/** How each command of documents is tried, with an input that fits. */
export function documentTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "documents.receive": (actor) =>
      attempt(receiveDocument, actor, { id, ticket: "x".repeat(43), offset: 0, bytes: [] }),
  }
}
