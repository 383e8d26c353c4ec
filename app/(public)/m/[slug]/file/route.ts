import { fileResponse } from "@/lib/http/file-response"
import { nothingHere } from "@/lib/http/nothing-here"
import { runRead } from "@/lib/http/run-read"
import { openManualFile } from "@/lib/manuals/open-manual-file"

type Where = { params: Promise<{ slug: string }> }

/** The newest version of a manual. `?download` has the browser save it. */
export async function GET(request: Request, { params }: Where): Promise<Response> {
  const { slug } = await params
  const file = await runRead(openManualFile, { slug, version: null })
  if (!file.ok) return nothingHere()
  const disposition = new URL(request.url).searchParams.has("download") ? "attachment" : "inline"
  return fileResponse(request, { ...file.value, disposition })
}

export { GET as HEAD }
