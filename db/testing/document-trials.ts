import { judgeDocument } from "@/lib/documents/judge-document"
import { noteReading } from "@/lib/documents/note-reading"
import { receiveDocument } from "@/lib/documents/receive-document"
import { viewPage } from "@/lib/documents/view-page"
import type { Actor } from "@/lib/kernel/actor"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"

/** Who may try which. A ticket is asked of who sends, whose affairs they are of who looks; judging is the portal's own. */
export function documentCells(everyone: readonly string[], signedIn: readonly string[]) {
  return {
    "documents.judge": [],
    "documents.note-reading": [],
    "documents.receive": everyone,
    "documents.view": signedIn,
  }
}

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
    "documents.note-reading": (actor) => attempt(noteReading, actor, { id, reading: "blank", pages: [] }),
    "documents.view": (actor) => attempt(viewPage, actor, { id, page: 1 }),
    "documents.receive": (actor) =>
      attempt(receiveDocument, actor, { id, ticket: "x".repeat(43), offset: 0, bytes: [] }),
  }
}
