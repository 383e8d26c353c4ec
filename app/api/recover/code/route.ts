import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { proveByCode } from "@/lib/recovery/prove-by-code"

/** The mailed code: on to the new password, or back to a page that says why not. */
export const POST = postHandler(async ({ fields }) => {
  const recovery = (await readCookie("recovery")) ?? ""
  const result = await runCommand(proveByCode, { recovery, code: fields.code ?? "" })
  if (result.ok) return seeOther("/recover/password")
  const { code } = result.refusal
  // The page of the code knows whether the recovery is over, or was proved by the first of two clicks.
  if (code === "recovery.gone") return seeOther("/recover/code")
  return refusedAnswer(result.refusal, code === "recovery.guesses-used" ? "/recover" : "/recover/code")
})
