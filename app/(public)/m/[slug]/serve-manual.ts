import { fileResponse } from "@/lib/http/file-response"
import { runRead } from "@/lib/http/run-read"
import { openManualFile } from "@/lib/manuals/open-manual-file"

/** Hands out a manual's file: the newest version for a short while, a numbered one for good. */
export async function serveManual(request: Request, slug: string, version: string | null): Promise<Response> {
  const file = await runRead(openManualFile, { slug, version })
  if (!file.ok) return new Response(null, { status: 404 })
  const { sizeBytes, sha256, publishedAt, names, parts } = file.value
  return fileResponse(request, {
    sizeBytes,
    sha256,
    lastModified: publishedAt,
    type: "application/pdf",
    names,
    disposition: new URL(request.url).searchParams.has("download") ? "attachment" : "inline",
    cacheControl: version === null ? "public, max-age=300" : "public, max-age=31536000, immutable",
    parts,
  })
}
