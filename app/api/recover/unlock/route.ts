import { clearCookie, readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { unlockAccount } from "@/lib/recovery/unlock-account"

/** Opens a locked account that signs in by ThaiID. */
export const POST = postHandler(async () => {
  const recovery = (await readCookie("recovery")) ?? ""
  const result = await runCommand(unlockAccount, { recovery })
  if (!result.ok) return refusedAnswer(result.refusal, "/recover")
  return seeOther("/recover/done?unlocked=1", [clearCookie("recovery")])
})
