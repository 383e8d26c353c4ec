import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { ManualFacts } from "@/components/manuals/manual-facts"
import { LinkButton } from "@/components/ui/button"
import { Phrase } from "@/components/ui/phrase"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getManual } from "@/lib/manuals/get-manual"
import { manualPath } from "@/lib/manuals/rules"
import { Versions } from "./versions"

type Where = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Where): Promise<Metadata> {
  const manual = await runRead(getManual, { slug: (await params).slug })
  return manual.ok ? { title: manual.value.title[await currentLocale()] } : {}
}

/** The stable address in a letter's QR code: the newest version first, every older one still at hand. */
export default async function ManualPage({ params }: Where) {
  const { slug } = await params
  const manual = await runRead(getManual, { slug })
  if (!manual.ok) notFound()
  const { title, summary, current, older } = manual.value
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const m = w.manuals
  const path = manualPath(slug)
  return (
    <ReaderFrame place="manuals">
      <p className="mb-4">
        <a href="/manuals">{m.all}</a>
      </p>
      <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_15rem]">
        <div>
          <h1>
            <Phrase text={title[locale]} />
          </h1>
          <p className="mt-2 max-w-reading">
            <Phrase text={summary[locale]} />
          </p>
          <ManualFacts version={current} w={w} locale={locale} />
          <div className="mt-5 flex flex-col gap-3 sm:flex-row">
            <LinkButton href={`${path}/file?download`} kind="main">
              {m.download}
            </LinkButton>
            <LinkButton href={`${path}/file`}>{m.read}</LinkButton>
          </div>
          <Versions slug={slug} versions={[current, ...older]} w={w} locale={locale} />
        </div>
        <section aria-labelledby="qr" className="space-y-3">
          <h2 id="qr" className="text-base">
            {m.onThisPage}
          </h2>
          <img src={`${path}/qr.svg`} alt={m.qrAlt(title[locale])} width={220} height={220} />
          <p className="text-sm text-ink-2">{m.scan}</p>
          <ul className="space-y-1 text-sm">
            <li>
              <a href={`${path}/print`}>{m.print}</a>
            </li>
            <li>
              <a href={`${path}/qr.svg`} download={`${slug}-qr.svg`}>
                {m.qrSvg}
              </a>
            </li>
            <li>
              <a href={`${path}/qr.png`} download={`${slug}-qr.png`}>
                {m.qrPng}
              </a>
            </li>
          </ul>
        </section>
      </div>
    </ReaderFrame>
  )
}
