import { viewPage } from "@/lib/documents/view-page"
import { bodyOf } from "@/lib/http/file-response"
import { nothingHere } from "@/lib/http/nothing-here"
import { runCommand } from "@/lib/http/run-command"

type Where = { params: Promise<{ id: string; page: string }> }

/** A page of a document as an image, for those who may see it. Each look is written down. */
export async function GET(_request: Request, { params }: Where): Promise<Response> {
  const view = await runCommand(viewPage, await params)
  if (!view.ok) return nothingHere()
  const { bytes, sizeBytes } = view.value
  const headers = {
    "content-type": "image/webp",
    "content-length": String(sizeBytes),
    "cache-control": "no-store",
  }
  return new Response(bodyOf(bytes), { headers })
}
