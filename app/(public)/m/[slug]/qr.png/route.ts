import { nothingHere } from "@/lib/http/nothing-here"
import { runRead } from "@/lib/http/run-read"
import { getManualQr } from "@/lib/manuals/get-manual-qr"

type Where = { params: Promise<{ slug: string }> }

/** The QR code of a manual's page as PNG, 1,024 pixels wide. */
export async function GET(_request: Request, { params }: Where): Promise<Response> {
  const qr = await runRead(getManualQr, { slug: (await params).slug })
  if (!qr.ok) return nothingHere()
  const headers = { "content-type": "image/png", "cache-control": "public, max-age=86400" }
  return new Response(new Uint8Array(await qr.value.png()), { headers })
}
