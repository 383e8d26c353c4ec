import { addActivationDocument } from "@/lib/activation/add-activation-document"
import { receiveDocument } from "@/lib/documents/receive-document"
import { readCookie } from "@/lib/http/cookies"
import { filesHandler } from "@/lib/http/files-handler"
import { runCommand } from "@/lib/http/run-command"

/** Takes scans of a unit's first order. */
export const POST = filesHandler({
  begin: async (_fields, { fileName, sizeBytes }) => {
    const activation = (await readCookie("activation")) ?? ""
    return runCommand(addActivationDocument, { activation, fileName, sizeBytes })
  },
  receive: (part) => runCommand(receiveDocument, part),
  back: () => "/activate/form",
})
