import { judgeDocument } from "@/lib/documents/judge-document"
import { receiveDocument } from "@/lib/documents/receive-document"
import { viewPage } from "@/lib/documents/view-page"
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
    "documents.judge": (actor) =>
      attempt(judgeDocument, actor, {
        id,
        virusScan: null,
        sha256: null,
        verdict: { fit: false, why: "unreadable" },
      }),
    "documents.view": (actor) => attempt(viewPage, actor, { id, page: 1 }),
    "documents.receive": (actor) =>
      attempt(receiveDocument, actor, { id, ticket: "x".repeat(43), offset: 0, bytes: [] }),
  }
}
