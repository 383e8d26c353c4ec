import { nothingHere } from "@/lib/http/nothing-here"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words } from "@/lib/i18n/words"
import { getManualQr } from "@/lib/manuals/get-manual-qr"

type Where = { params: Promise<{ slug: string }> }

/** The QR code of a manual's page as SVG. */
export async function GET(_request: Request, { params }: Where): Promise<Response> {
  const [w, locale] = [await words(), await currentLocale()]
  const qr = await runRead(getManualQr, { slug: (await params).slug })
  if (!qr.ok) return nothingHere()
  const headers = { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }
  return new Response(qr.value.svg(w.manuals.qrAlt(qr.value.title[locale])), { headers })
}
