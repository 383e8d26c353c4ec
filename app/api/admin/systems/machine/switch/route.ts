import { postHandler } from "@/lib/http/post-handler"
import { programPath } from "@/lib/http/program-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { switchWebhook } from "@/lib/webhooks/switch-webhook"

/** Pauses the calls to a system, or lets them go on. */
export const POST = postHandler(async ({ fields: { systemCode = "", version = "", to = "" } }) => {
  const result = await runCommand(switchWebhook, { systemCode, version, to })
  const screen = programPath(systemCode)
  if (!result.ok) return refusedAnswer(result.refusal, screen)
  return seeOther(`${screen}?done=${to === "paused" ? "paused" : "active"}`)
})
