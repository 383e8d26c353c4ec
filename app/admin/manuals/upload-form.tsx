import { ManualFacts } from "@/components/manuals/manual-facts"
import { SendingForm } from "@/components/manuals/sending-form"
import { Button } from "@/components/ui/button"
import { controlAttributes, Field } from "@/components/ui/field"
import { Phrase } from "@/components/ui/phrase"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { maxManualBytes, maxNoteLength } from "@/lib/manuals/rules"

type UploadFormProps = {
  manual: {
    slug: string
    title: Record<Locale, string>
    current: { version: number; publishedAt: Date; sizeBytes: number; pages: number | null }
  }
  w: Dictionary
  locale: Locale
}

/** A new version of one manual: a plain form post that works without JavaScript, and with it shows how much is sent. */
export function UploadForm({ manual, w, locale }: UploadFormProps) {
  const u = w.manuals.upload
  const file = { name: "file", id: `file-${manual.slug}`, label: u.choose, hint: u.fileHint }
  return (
    <section aria-labelledby={`manual-${manual.slug}`} className="border-t-2 border-ink pt-3">
      <h2 id={`manual-${manual.slug}`}>
        <Phrase text={manual.title[locale]} />
      </h2>
      <ManualFacts version={manual.current} w={w} locale={locale} />
      <SendingForm
        action="/api/admin/manuals"
        maxBytes={maxManualBytes}
        locale={locale}
        words={{ ...u.sending, sent: u.sending.sent("{sent}", "{total}"), share: u.sending.share("{share}") }}
        className="mt-4 max-w-reading space-y-4"
      >
        <input type="hidden" name="slug" value={manual.slug} />
        <input type="hidden" name="expectedVersion" value={manual.current.version} />
        <Field field={file}>
          <input {...controlAttributes(file)} type="file" accept="application/pdf" className="input" />
        </Field>
        <TextField name="note" id={`note-${manual.slug}`} label={u.noteLabel} maxLength={maxNoteLength} />
        <Button kind="main">{u.submit}</Button>
      </SendingForm>
    </section>
  )
}
