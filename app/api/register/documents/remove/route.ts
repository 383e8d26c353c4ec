import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { dropDocument } from "@/lib/registration/drop-document"

/** Takes a file off a request. */
export const POST = postHandler(async ({ fields }) => {
  const registration = (await readCookie("registration")) ?? ""
  const result = await runCommand(dropDocument, { registration, documentId: fields.documentId ?? "" })
  return result.ok ? seeOther("/register/documents") : refusedAnswer(result.refusal, "/register/documents")
})
