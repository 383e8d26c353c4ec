import { noSuchFile } from "@/lib/http/file-response"
import { runRead } from "@/lib/http/run-read"
import { getManualQr } from "@/lib/manuals/get-manual-qr"

type At = { params: Promise<{ slug: string }> }

/** The manual's QR code as PNG; it changes only when the portal's own address does. */
export async function GET(_request: Request, { params }: At): Promise<Response> {
  const { slug } = await params
  const seen = await runRead(getManualQr, { slug, kind: "png" })
  if (!seen.ok) return noSuchFile()
  const { content, type } = seen.value
  return new Response(content, { headers: { "content-type": type, "cache-control": "public, max-age=3600" } })
}
