import { UploadPanel } from "@/components/documents/upload-panel"
import { LinkButton } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Shown } from "./shown"

/** The evidence: what is accepted, that no ID card is wanted, and the files. */
export function DocumentsPage({ w, locale, mine }: Shown) {
  const d = w.registration.documents
  return (
    <>
      <h1 className="mb-2">{d.title}</h1>
      <p className="mb-4">{d.lead}</p>
      <h2 className="mb-1">{d.acceptedTitle}</h2>
      <ul className="mb-4 list-disc space-y-1 pl-6">
        {[d.accepted.order, d.accepted.letter, d.accepted.card].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Notice tone="information" title={d.noIdTitle}>
        <p>{d.noId}</p>
      </Notice>
      <div className="mt-6">
        {mine.editable.includes("documents") ? (
          <UploadPanel
            documents={mine.documents}
            action="/api/register/documents"
            removeAction="/api/register/documents/remove"
            fields={{}}
            w={w}
            locale={locale}
          />
        ) : (
          <p className="text-ink-2">{w.registration.person.locked}</p>
        )}
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-6">
        <LinkButton href="/register/check" kind="main">
          {w.registration.next}
        </LinkButton>
        <a href={mine.state === "draft" ? "/register/email" : "/register/check"}>{w.registration.back}</a>
      </div>
    </>
  )
}
