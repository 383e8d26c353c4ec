import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Phrase } from "@/components/ui/phrase"
import { requestContext } from "@/lib/http/request-context"
import { runRead } from "@/lib/http/run-read"
import { formatDate } from "@/lib/i18n/dates"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getManual } from "@/lib/manuals/get-manual"
import { getManualQr } from "@/lib/manuals/get-manual-qr"
import { manualPath } from "@/lib/manuals/rules"

type Where = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Where): Promise<Metadata> {
  const manual = await runRead(getManual, { slug: (await params).slug })
  return manual.ok ? { title: manual.value.title[await currentLocale()] } : {}
}

/** A sheet for the office wall: the manual's name, its QR code large, its address in letters. */
export default async function ManualPrintPage({ params }: Where) {
  const { slug } = await params
  const [manual, qr, { now }] = await Promise.all([
    runRead(getManual, { slug }),
    runRead(getManualQr, { slug }),
    requestContext(),
  ])
  if (!manual.ok || !qr.ok) notFound()
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.manuals
  const { title, summary } = manual.value
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto max-w-reading space-y-6 px-4 py-10 text-center outline-none"
    >
      <h1>
        <Phrase text={title[locale]} />
      </h1>
      <p>
        <Phrase text={summary[locale]} />
      </p>
      <img
        src={`${manualPath(slug)}/qr.svg`}
        alt={m.qrAlt(title[locale])}
        width={360}
        height={360}
        className="mx-auto"
      />
      <p className="text-lg font-semibold break-words">{qr.value.address}</p>
      <p>{m.scan}</p>
      <p className="text-sm text-ink-2">{m.printed(formatDate(now, locale))}</p>
      <p className="screen-only space-x-4 text-sm">
        <span>{m.printHow}</span>
        <a href={manualPath(slug)}>{m.backToManual}</a>
      </p>
    </main>
  )
}
