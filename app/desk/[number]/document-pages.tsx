import { DocumentView } from "@/components/desk/document-view"
import { type PageMark, PageMarks } from "@/components/desk/page-marks"
import { Checkbox } from "@/components/ui/checkbox"
import { Chip } from "@/components/ui/chip"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Document = {
  id: string
  fileName: string
  state: "receiving" | "checking" | "waiting-for-scan" | "ready"
  virusScan: "clean" | "unscanned" | null
  pages: number
}

type DocumentPagesProps = {
  w: Dictionary
  locale: Locale
  documents: readonly Document[]
  /** The form that hands pages back; none where nothing can be decided. */
  returnForm: string | undefined
  /** Where facts were read, and on which page of which document. */
  marks: readonly DocumentMark[]
}

/** Where a fact was read. */
export type DocumentMark = PageMark & { documentId: string; page: number }

/** Every page of every document as an image, with a box that names it as one to be mended. */
export function DocumentPages({ w, locale, documents, returnForm, marks }: DocumentPagesProps) {
  const { desk } = w
  if (documents.length === 0) return <p className="text-ink-2">{desk.noDocuments}</p>
  return (
    <DocumentView label={desk.zoomLabel} larger={desk.larger} smaller={desk.smaller} rotate={desk.rotate}>
      {documents.map((document) => (
        <section key={document.id} className="mb-8" aria-label={document.fileName}>
          <h3 className="mb-2 flex flex-wrap items-center gap-3 text-base break-all">
            {document.fileName}
            {document.state !== "ready" ? (
              <Chip tone="needs-you">{desk.notReady[document.state]}</Chip>
            ) : document.virusScan === "unscanned" ? (
              <Chip tone="needs-you">{desk.unscanned}</Chip>
            ) : null}
          </h3>
          {document.state === "ready" ? (
            <Pages w={w} locale={locale} document={document} returnForm={returnForm} marks={marks} />
          ) : null}
        </section>
      ))}
    </DocumentView>
  )
}

type PagesProps = Omit<DocumentPagesProps, "documents"> & { document: Document }

function Pages({ w, locale, document, returnForm, marks }: PagesProps) {
  const { desk } = w
  const of = digits(document.pages, locale)
  return Array.from({ length: document.pages }, (_, at) => at + 1).map((page) => {
    const source = `/api/documents/${document.id}/pages/${page}`
    const shown = digits(page, locale)
    return (
      <figure key={page} className="mb-4">
        <a href={source} target="_blank" rel="noreferrer" className="page-image border border-line bg-sheet">
          <img className="block w-full" src={source} alt={desk.pageOf(document.fileName, shown, of)} />
          <PageMarks marks={marks.filter((mark) => mark.documentId === document.id && mark.page === page)} />
        </a>
        <figcaption className="flex flex-wrap items-center gap-x-6 text-sm text-ink-2">
          {desk.page(shown, of)}
          {returnForm ? (
            <Checkbox
              id={`page-${document.id}-${page}`}
              name={`field-page:${document.id}:${page}`}
              form={returnForm}
              label={desk.returnPage(shown)}
            />
          ) : null}
        </figcaption>
      </figure>
    )
  })
}
