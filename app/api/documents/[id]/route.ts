import { getUpload } from "@/lib/documents/get-upload"
import { receiveDocument } from "@/lib/documents/receive-document"
import { maxDocumentBytes } from "@/lib/documents/rules"
import { bytesHandler } from "@/lib/http/bytes-handler"
import { forScript } from "@/lib/http/for-script"
import { nothingHere } from "@/lib/http/nothing-here"
import { runCommand } from "@/lib/http/run-command"
import { runRead } from "@/lib/http/run-read"

type Where = { params: Promise<{ id: string }> }

/** Bytes of a document, from an offset on. */
export const PATCH = bytesHandler<Where>(maxDocumentBytes, async (sent, { params }) =>
  runCommand(receiveDocument, { ...sent, id: (await params).id }),
)

/** How far it is, for the script of the page that sends it. */
export async function GET(request: Request, { params }: Where): Promise<Response> {
  const ticket = request.headers.get("upload-ticket")
  const upload = await runRead(getUpload, { id: (await params).id, ticket })
  return upload.ok ? forScript(upload.value) : nothingHere()
}
