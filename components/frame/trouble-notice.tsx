import { trouble as en } from "@/lib/i18n/en/trouble"
import { trouble as th } from "@/lib/i18n/th/trouble"

/**
 * The calm page of an unexpected fault, in both languages: it is drawn in the browser, where the reader's choice of
 * language cannot be known for sure. Plain links only, so that it needs nothing that may be what broke.
 */
export function TroubleNotice({ reference }: { reference?: string | undefined }) {
  return (
    <main id="content" className="mx-auto max-w-reading px-4 py-12">
      <Words w={th} lang="th" reference={reference} />
      <hr className="my-8 border-line" />
      <Words w={en} lang="en" reference={reference} />
    </main>
  )
}

type WordsProps = { w: Record<keyof typeof th, string>; lang: "th" | "en"; reference: string | undefined }

function Words({ w, lang, reference }: WordsProps) {
  const Heading = lang === "th" ? "h1" : "h2"
  return (
    <section lang={lang}>
      <Heading className="mb-3">{w.title}</Heading>
      <p>{w.body}</p>
      {reference ? (
        <p className="mt-3">
          {w.reference} <code className="font-semibold">{reference}</code>
        </p>
      ) : null}
      <p className="mt-5 flex flex-wrap gap-3">
        <a href="" className="btn">
          {w.again}
        </a>
        <a href="/help" className="btn">
          {w.help}
        </a>
      </p>
    </section>
  )
}
