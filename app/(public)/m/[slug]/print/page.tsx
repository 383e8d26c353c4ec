import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getManual } from "@/lib/manuals/get-manual"
import { manualPath } from "@/lib/manuals/rules"

type Params = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { robots: { index: false } }

/** An A4 sheet for the office wall: the manual's name, a large QR code, and the address for those who type. */
export default async function ManualPrintPage({ params }: Params) {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.manuals
  const seen = await runRead(getManual, await params)
  if (!seen.ok) notFound()
  const manual = seen.value
  const path = manualPath(manual.slug)
  return (
    <PublicFrame>
      <p className="screen-only mb-6 text-sm text-ink-2">
        {m.howToPrint}{" "}
        <a href={path} className="nowrap">
          {m.backToManual}
        </a>
      </p>
      <div className="mx-auto max-w-reading text-center">
        <h1>{manual.title[locale]}</h1>
        <p className="mt-3 text-lg">{manual.summary[locale]}</p>
        <img
          src={`${path}/qr.svg`}
          alt={m.qrOf(manual.title[locale])}
          width={480}
          height={480}
          className="mx-auto mt-8 w-full max-w-[12cm]"
        />
        <p className="mt-6 text-lg font-semibold">{m.scan}</p>
        <p className="mt-4">{m.orType}</p>
        <p className="text-xl font-semibold break-all">{manual.address}</p>
      </div>
    </PublicFrame>
  )
}
