import { fileResponse, noSuchFile, wantedDisposition } from "@/lib/http/file-response"
import { runRead } from "@/lib/http/run-read"
import { openManualFile } from "@/lib/manuals/open-manual-file"

type At = { params: Promise<{ slug: string }> }

/** The newest version; it may be replaced at any time, so browsers ask again after a minute. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  const { slug } = await params
  const seen = await runRead(openManualFile, { slug, version: null })
  if (!seen.ok) return noSuchFile()
  const cacheControl = "public, max-age=60, must-revalidate"
  return fileResponse(request, { ...seen.value, disposition: wantedDisposition(request), cacheControl })
}

export const HEAD = GET
