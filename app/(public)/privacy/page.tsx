import type { Metadata } from "next"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { DataTable } from "@/components/ui/data-table"
import { formatDate } from "@/lib/i18n/dates"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { privacyNoticeDatedOn } from "@/lib/support/rules"
import { PrivacySection } from "./privacy-section"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).support.privacy.title }
}

/** The privacy notice (PDPA section 23; NIST SP 800-63B-4 asks that retention of authentication records be told). */
export default async function PrivacyPage() {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const p = w.support.privacy
  return (
    <ReaderFrame>
      <article className="mx-auto max-w-reading space-y-8">
        <div>
          <h1>{p.title}</h1>
          <p className="mt-2">{p.lead}</p>
          <p className="mt-1 text-sm text-ink-2">{p.dated(formatDate(privacyNoticeDatedOn, locale))}</p>
        </div>
        <PrivacySection title={p.controllerTitle} body={p.controller} />
        <PrivacySection title={p.dataTitle}>
          <DataTable
            caption={p.dataTitle}
            rows={Object.values(p.data)}
            rowKey={(row) => row.what}
            columns={[
              { key: "what", label: p.dataHeadings.what, cell: (row) => row.what, rowName: true },
              { key: "why", label: p.dataHeadings.why, cell: (row) => row.why },
            ]}
          />
        </PrivacySection>
        <PrivacySection title={p.basisTitle} body={p.basis} />
        <PrivacySection title={p.keepTitle} points={Object.values(p.keep)} />
        <PrivacySection title={p.shareTitle} points={Object.values(p.share)} />
        <PrivacySection title={p.rightsTitle} body={p.rights} />
        <PrivacySection title={p.cookiesTitle} body={p.cookies}>
          <DataTable
            caption={p.cookiesTitle}
            rows={Object.values(p.cookieList)}
            rowKey={(row) => row.what}
            columns={[
              { key: "what", label: p.cookieHeadings.what, cell: (row) => row.what, rowName: true },
              { key: "why", label: p.cookieHeadings.why, cell: (row) => row.why },
              { key: "how-long", label: p.cookieHeadings.howLong, cell: (row) => row.howLong },
            ]}
          />
        </PrivacySection>
        <PrivacySection title={p.contactTitle} body={p.contact}>
          <a href="/help">{w.ui.frame.help}</a>
        </PrivacySection>
      </article>
    </ReaderFrame>
  )
}
