import { casePath, queuePath } from "@/components/desk/desk-path"
import { claimNext } from "@/lib/desk/claim-next"
import { decideCase } from "@/lib/desk/decide-case"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"

/** Names of the boxes that were ticked, without what their names begin with. */
function ticked(fields: Readonly<Record<string, string>>, prefix: string): string[] {
  return Object.keys(fields).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
}

/** Decides a case; the next one of the queue comes at once. */
export const POST = postHandler(async ({ fields }) => {
  const { number = "", version = "", outcome = "", note = "", q = "", documents = "" } = fields
  const decided = await runCommand(decideCase, {
    number,
    version,
    outcome,
    note,
    reasons: ticked(fields, "reason-"),
    fields: ticked(fields, "field-"),
    excluded: ticked(fields, "exclude-"),
    documents: documents.split(",").flatMap((one) => {
      const [id, sha256] = one.split(":")
      return id && sha256 ? [{ id, sha256 }] : []
    }),
  })
  if (!decided.ok) {
    const boxes = Object.entries(fields).filter(([name]) => /^(?:reason|field|exclude)-/.test(name))
    const typed = await typedCookie(`desk ${number}`, { ...Object.fromEntries(boxes), note, outcome })
    return refusedAnswer(decided.refusal, casePath(number, q), [typed])
  }
  const next = await runCommand(claimNext, { q })
  return seeOther(next.ok ? casePath(next.value.number, q) : queuePath(q, { done: "empty" }))
})
