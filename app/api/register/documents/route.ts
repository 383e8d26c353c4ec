import { receiveDocument } from "@/lib/documents/receive-document"
import { readCookie } from "@/lib/http/cookies"
import { filesHandler } from "@/lib/http/files-handler"
import { runCommand } from "@/lib/http/run-command"
import { addDocument } from "@/lib/registration/add-document"

/** Takes files of a request. */
export const POST = filesHandler({
  begin: async (_fields, { fileName, sizeBytes }) => {
    const registration = (await readCookie("registration")) ?? ""
    return runCommand(addDocument, { registration, fileName, sizeBytes })
  },
  receive: (part) => runCommand(receiveDocument, part),
  back: () => "/register/documents",
})
