import { fileResponse, noSuchFile, wantedDisposition } from "@/lib/http/file-response"
import { runRead } from "@/lib/http/run-read"
import { openManualFile } from "@/lib/manuals/open-manual-file"

type At = { params: Promise<{ slug: string; version: string }> }

/** This very version, for good: what stands under its address never changes. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  const { slug, version } = await params
  const seen = await runRead(openManualFile, { slug, version })
  if (!seen.ok) return noSuchFile()
  const cacheControl = "public, max-age=31536000, immutable"
  return fileResponse(request, { ...seen.value, disposition: wantedDisposition(request), cacheControl })
}

export const HEAD = GET
