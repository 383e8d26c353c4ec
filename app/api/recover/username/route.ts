import { headers } from "next/headers"
import { clientAddress } from "@/lib/http/client-address"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { remindUsername } from "@/lib/recovery/remind-username"

/** Mails a forgotten user name; the answer is the same whether there was one to mail. */
export const POST = postHandler(async ({ fields }) => {
  const { nationalId = "", email = "" } = fields
  const address = clientAddress(await headers())
  const result = await runCommand(remindUsername, { nationalId, email, address })
  return result.ok ? seeOther("/recover/username?sent=1") : refusedAnswer(result.refusal, "/recover/username")
})
