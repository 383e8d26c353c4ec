import type { ReactNode } from "react"
import { controlAttributes, Field } from "@/components/ui/field"
import { acceptedTypes, type DocumentLine as Line, maxDocuments } from "@/lib/documents/rules"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { DocumentLine } from "./document-line"
import { UploadForm } from "./upload-form"

type UploadPanelProps = {
  documents: readonly Line[]
  /** Route that takes files (`filesHandler`). */
  action: string
  /** Route that takes one away: gets the fields and `documentId`. */
  removeAction: string
  /** Which request it is, as hidden fields of both forms. */
  fields: Readonly<Record<string, string>>
  /** What is to be sent here, in the room's own words. */
  children?: ReactNode
  w: Dictionary
  locale: Locale
}

/**
 * The files of a request, and the form that sends more. It works without scripts; with them each file shows how far it
 * is, can be cancelled, and goes on after a dropped connection.
 */
export function UploadPanel({
  documents,
  action,
  removeAction,
  fields,
  children,
  w,
  locale,
}: UploadPanelProps) {
  const d = w.documents
  const pending = documents.filter(({ state }) => state === "checking")
  const brokenOff = documents.filter(({ state, sizeBytes }) => state === "receiving" && sizeBytes > 0)
  const s = d.sending
  const words = {
    ...s,
    share: s.share("{name}", "{share}"),
    progress: s.progress("{sent}", "{total}"),
    cancelNamed: s.cancelNamed("{name}"),
  }
  return (
    <section id="documents" aria-labelledby="documents-title" className="max-w-reading">
      <h2 id="documents-title">{d.sent}</h2>
      {children}
      {documents.length === 0 ? <p className="text-ink-2">{d.none}</p> : null}
      <ul className="mt-2 mb-6 border-t border-line">
        {documents.map((line) => (
          <DocumentLine
            key={line.id}
            line={line}
            w={w}
            locale={locale}
            remove={{ action: removeAction, fields }}
          />
        ))}
      </ul>
      {pending.length > 0 ? (
        <p className="mb-6">
          <a href="?">{d.reload}</a>
        </p>
      ) : null}
      {documents.length < maxDocuments ? (
        <UploadForm
          action={action}
          fields={fields}
          send={d.send}
          locale={locale}
          words={words}
          pending={pending.map(({ id, ticket }) => ({ id, ticket }))}
          brokenOff={brokenOff.map(({ id, ticket, fileName, sizeBytes, receivedBytes }) => ({
            id,
            ticket,
            fileName,
            sizeBytes,
            receivedBytes,
          }))}
        >
          <Inputs d={d} hasSome={documents.length > 0} />
        </UploadForm>
      ) : null}
    </section>
  )
}

/** On what is worked by finger a second way: the camera. Both are the form's files. */
function Inputs({ d, hasSome }: { d: Dictionary["documents"]; hasSome: boolean }) {
  const file = { name: "file", label: hasSome ? d.chooseMore : d.choose, hint: d.hint }
  const camera = { name: "file", id: "camera", label: d.camera }
  return (
    <>
      <Field field={file}>
        <input
          {...controlAttributes(file)}
          type="file"
          accept={acceptedTypes.join(",")}
          multiple
          className="input"
        />
      </Field>
      <div className="hidden pointer-coarse:block">
        <Field field={camera}>
          <input
            {...controlAttributes(camera)}
            type="file"
            accept="image/jpeg,image/png"
            capture="environment"
            className="input"
          />
        </Field>
      </div>
    </>
  )
}
