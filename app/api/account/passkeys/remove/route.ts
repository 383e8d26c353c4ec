import { removePasskey } from "@/lib/factors/remove-passkey"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Removes a passkey. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(removePasskey, { id: fields.id ?? "" })
  if (result.ok) return seeOther("/account/factors?done=passkey-removed")
  return refusedAnswer(result.refusal, "/account/factors")
})
