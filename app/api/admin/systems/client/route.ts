import { changeClient, createClient } from "@/lib/clients/save-client"
import { keptClientFields, tickedOf } from "@/lib/http/client-fields"
import { clientPath, clientsPath } from "@/lib/http/client-path"
import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"

/** Registers a client of a system, or changes one. */
export const POST = postHandler(async ({ fields }) => {
  const { systemCode = "", clientId = "", version = "", ...typed } = fields
  const scopes = tickedOf(typed, "scope_")
  const isSandbox = typed.isSandbox === "1"
  const input = { nidReason: "", sector: "", ...typed, isSandbox, scopes }
  const kept = await typedCookie(
    clientId ? `client ${clientId}` : `client ${systemCode}`,
    keptClientFields(typed),
  )
  if (clientId === "") {
    const made = await runCommand(createClient, { ...input, systemCode })
    if (!made.ok) return refusedAnswer(made.refusal, `${clientsPath(systemCode)}/new`, [kept])
    return seeOther(`${clientPath(systemCode, made.value.id)}?done=created`, [clearCookie("typed")])
  }
  const changed = await runCommand(changeClient, { ...input, clientId, version })
  const screen = clientPath(systemCode, clientId)
  if (!changed.ok) return refusedAnswer(changed.refusal, screen, [kept])
  return seeOther(`${screen}?done=saved`, [clearCookie("typed")])
})
