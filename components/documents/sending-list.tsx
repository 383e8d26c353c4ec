import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"

/** A file on its way. */
export type Way = {
  readonly key: number
  readonly name: string
  readonly size: number
  readonly sent: number
  readonly state: "waiting" | "sending" | "broken" | "checking" | "cancelled" | "failed"
  /** Why it was not taken, from the portal. */
  readonly sentence: string | null
}

/** The words of the script, gaps as `{name}`. */
export type SendingWords = Readonly<
  Record<
    | "title"
    | "waiting"
    | "share"
    | "progress"
    | "broken"
    | "checking"
    | "cancel"
    | "cancelNamed"
    | "cancelled"
    | "failed",
    string
  >
>

type SendingListProps = {
  ways: readonly Way[]
  words: SendingWords
  locale: Locale
  cancel: (key: number) => void
}

/** The files on their way, each with how much of it has arrived and a way to cancel it. */
export function SendingList({ ways, words, locale, cancel }: SendingListProps) {
  const first = ways.find(({ state }) => state === "sending")
  return (
    <section aria-label={words.title} className="mt-4 space-y-3">
      {ways.map((way) => (
        <div key={way.key} className="rounded-md border border-line p-3">
          <p className="font-semibold break-words">{way.name}</p>
          <SendingState way={way} words={words} locale={locale} />
          {["waiting", "sending", "broken"].includes(way.state) ? (
            <button
              type="button"
              className="btn mt-2"
              aria-label={words.cancelNamed.replace("{name}", way.name)}
              onClick={() => cancel(way.key)}
            >
              {words.cancel}
            </button>
          ) : null}
        </div>
      ))}
      <p role="status" className="sr-only">
        {first ? quarterOf(first, words) : ""}
      </p>
    </section>
  )
}

/** A screen reader hears of quarters, not of every step. */
function quarterOf({ name, sent, size }: Way, words: SendingWords): string {
  const share = String(Math.floor((sent / size) * 4) * 25)
  return words.share.replace("{name}", name).replace("{share}", share)
}

function SendingState({ way, words, locale }: Pick<SendingListProps, "words" | "locale"> & { way: Way }) {
  const { state, sent, size, sentence } = way
  const kilobytes = (bytes: number) => formatCount(Math.ceil(bytes / 1024), locale)
  if (state === "failed")
    return (
      <p role="alert" className="font-semibold text-lotus">
        {sentence ?? words.failed}
      </p>
    )
  if (state !== "sending" && state !== "broken") return <p className="text-ink-2">{words[state]}</p>
  return (
    <>
      <progress
        max={size}
        value={sent}
        aria-label={words.progress.replace("{sent}", "").replace("{total}", "").trim()}
        className="h-4 w-full accent-jade"
      />
      <p className="tabular-nums">
        {words.progress.replace("{sent}", kilobytes(sent)).replace("{total}", kilobytes(size))}
      </p>
      {state === "broken" ? (
        <p role="alert" className="font-semibold text-marigold">
          {words.broken}
        </p>
      ) : null}
    </>
  )
}
