import type { showLetters } from "@/lib/activation/show-letters"
import { formatDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Dictionary } from "@/lib/i18n/words"

type Shown = Extract<Awaited<ReturnType<(typeof showLetters)["run"]>>, { readonly kind: "done" }>["value"]

type LetterProps = { w: Dictionary; letter: Shown["letters"][number] }

/** A letter that brings a unit its code, one page of A4; in Thai whatever language its printer reads. */
export function Letter({ w, letter }: LetterProps) {
  const { text, unitCode, unitName, officeName, code, qr, issuedAt } = letter
  const l = w.activation.letters
  return (
    <article
      aria-label={l.letter(unitName)}
      lang="th"
      className="mb-8 border border-line-2 bg-sheet p-4 sm:p-8 print:mb-0 print:break-after-page print:border-0 print:p-0 print:text-[13pt] print:leading-snug print:last:break-after-auto"
    >
      <header className="mb-2 flex items-start justify-between gap-4">
        <p>{`ที่ ${".".repeat(24)}`}</p>
        <figure className="flex-none text-center">
          <img
            src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
            alt={l.qr(unitName)}
            width={104}
            height={104}
            className="bg-white print:size-20"
          />
          <figcaption className="text-xs">{unitCode}</figcaption>
        </figure>
      </header>
      <p className="text-right">{officeName}</p>
      <p className="my-2 text-center">{formatDate(issuedAt, "th")}</p>
      <p>
        <b>{text.labels.subject}</b>
        {`  ${text.subject}`}
      </p>
      <p className="mt-1">
        <b>{text.labels.to}</b>
        {`  ${text.to}`}
      </p>
      {text.paragraphs.map((paragraph) => (
        <p key={paragraph} className="mt-2 indent-14">
          {digits(paragraph, "th")}
        </p>
      ))}
      <dl className="keep-together my-3 grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-1 border-2 border-ink p-3">
        <dt>{text.labels.unitCode}</dt>
        <dd className="font-semibold tabular-nums">
          <code translate="no">{unitCode}</code>
        </dd>
        <dt>{text.labels.code}</dt>
        <dd className="text-lg font-semibold tracking-wide">
          <code translate="no">{code}</code>
        </dd>
      </dl>
      <ol className="space-y-0.5">
        {text.steps.map((step, at) => (
          <li key={step} className="pl-14 -indent-6">{`${digits(at + 1, "th")}. ${step}`}</li>
        ))}
      </ol>
      <p className="mt-2 indent-14">{text.closing}</p>
      <div className="keep-together mt-4 ml-auto w-80 max-w-full text-center">
        <p>{text.labels.regards}</p>
        <p className="mt-10">{`(${".".repeat(44)})`}</p>
        <p>{`ตำแหน่ง ${".".repeat(36)}`}</p>
      </div>
    </article>
  )
}
