import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { isMisnamed, type DocumentLine as Line } from "@/lib/documents/rules"
import { digits, formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

const tones = {
  receiving: "needs-you",
  checking: "information",
  "waiting-for-scan": "information",
  ready: "done",
  refused: "refused",
} as const

type DocumentLineProps = {
  line: Line
  w: Dictionary
  locale: Locale
  /** Null where nothing may be taken away (any more). */
  remove: { readonly action: string; readonly fields: Readonly<Record<string, string>> } | null
}

/** A file that was sent: what it is, whether it is accepted, and if not, why and what to do. */
export function DocumentLine({ line, w, locale, remove }: DocumentLineProps) {
  const d = w.documents
  const kilobytes = d.kilobytes(formatCount(Math.ceil(line.sizeBytes / 1024), locale))
  const facts = [
    line.mediaType ? d.kinds[line.mediaType] : null,
    line.pages ? d.pages(digits(line.pages, locale)) : null,
    line.sizeBytes > 0 ? kilobytes : null,
  ].filter((fact) => fact !== null)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-64 space-y-1">
        <p className="font-semibold break-words">{line.fileName}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
          <Chip tone={tones[line.state]}>{d.states[line.state]}</Chip>
          {line.virusScan === "unscanned" ? <Chip tone="plain">{d.unscanned}</Chip> : null}
          <span>{facts.join(" · ")}</span>
        </p>
        <Told line={line} w={w} locale={locale} />
        <Preview line={line} w={w} locale={locale} />
      </div>
      {remove ? (
        <form method="post" action={remove.action}>
          {Object.entries({ ...remove.fields, documentId: line.id }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button>
            {d.remove}
            <span className="sr-only"> {line.fileName}</span>
          </Button>
        </form>
      ) : null}
    </li>
  )
}

/** Its pages as the officer will see them, fetched when they are opened: each look is written down. */
function Preview({ line, w, locale }: Pick<DocumentLineProps, "line" | "w" | "locale">) {
  const d = w.documents
  if (line.state !== "ready" || !line.pages) return null
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1 text-jade">
        {d.preview}
        <span className="sr-only"> {line.fileName}</span>
      </summary>
      <ol className="mt-2 space-y-3">
        {Array.from({ length: line.pages }, (_, at) => at + 1).map((page) => (
          <li key={page}>
            <img
              src={`/api/documents/${line.id}/pages/${page}`}
              alt={d.previewPage(line.fileName, digits(page, locale))}
              loading="lazy"
              className="max-h-[32rem] max-w-full border border-line bg-white"
            />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Told({ line, w, locale }: Pick<DocumentLineProps, "line" | "w" | "locale">) {
  const d = w.documents
  const kilobytes = (bytes: number) => formatCount(Math.ceil(bytes / 1024), locale)
  if (line.state === "refused")
    return <p className="font-semibold text-lotus">{line.refusal ? d.refusals[line.refusal] : null}</p>
  if (line.state === "receiving") {
    const known = d.receivingBody(kilobytes(line.receivedBytes), kilobytes(line.sizeBytes))
    return <p className="text-sm">{line.sizeBytes > 0 ? known : d.receivingUnknown}</p>
  }
  if (line.state === "checking") return <p className="text-sm">{d.checkingBody}</p>
  if (line.state === "waiting-for-scan") return <p className="text-sm">{d.waitingBody}</p>
  if (!(line.mediaType && isMisnamed(line.fileName, line.mediaType))) return null
  return <p className="text-sm">{d.misnamed(d.kinds[line.mediaType])}</p>
}
