import { beginPasskey } from "@/lib/factors/begin-passkey"
import { currentSession } from "@/lib/http/current-session"
import { forScript, leadingTo } from "@/lib/http/for-script"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { relyingParty } from "@/lib/http/relying-party"
import { runCommand } from "@/lib/http/run-command"

/** What a browser needs to make a passkey; asked by the script of the page of factors. */
export const POST = postHandler(async () => {
  const label = (await currentSession())?.name ?? ""
  const result = await runCommand(beginPasskey, { rp: await relyingParty(), label })
  return result.ok
    ? forScript(result.value.options)
    : leadingTo(refusedAnswer(result.refusal, "/account/factors"))
})
