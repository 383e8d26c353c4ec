import { forScript, leadingTo } from "@/lib/http/for-script"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { relyingParty } from "@/lib/http/relying-party"
import { runCommand } from "@/lib/http/run-command"
import { startPasskey } from "@/lib/signin/start-passkey"

/** What a browser needs to be asked for a passkey for a step-up. */
export const POST = postHandler(async () => {
  const input = { purpose: "step-up", rp: await relyingParty(), address: null }
  const result = await runCommand(startPasskey, input)
  return result.ok ? forScript(result.value.options) : leadingTo(refusedAnswer(result.refusal, "/step-up"))
})
