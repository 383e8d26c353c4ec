import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { queuePath } from "@/components/desk/desk-path"
import { KeyHelp } from "@/components/desk/key-help"
import { UndoableNotice } from "@/components/desk/undoable-notice"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { getQueue } from "@/lib/desk/get-queue"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { digits, formatCount } from "@/lib/i18n/digits"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { QueryBar } from "./query-bar"
import { QueueLine } from "./queue-line"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).desk.title }
}

/** The queue: what waits, what was decided, by a query that stands in the address. */
export default async function DeskPage({ searchParams }: Props) {
  const query = await searchParams
  const q = typeof query.q === "string" ? query.q.slice(0, 200) : ""
  const session = await requireConsole(queuePath(q))
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const { desk } = w
  const after =
    typeof query.after === "string" && /^[A-Z]-\d{4}-\d{4}$/.test(query.after) ? query.after : undefined
  const [queue, refusal] = await Promise.all([runRead(getQueue, { q, after }), shownRefusal(query.refused)])
  if (!queue.ok) notFound()
  const { lines, count, isCountOpen, undoable, unknown, now } = queue.value
  const total = formatCount(count, locale)
  const said = Object.entries(desk.done).find(([name]) => name === query.done)?.[1]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="desk" wide>
      {refusal ? (
        <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
      ) : null}
      {undoable ? <UndoableNotice w={w} locale={locale} undoable={undoable} q={q} now={now} /> : null}
      {said && !refusal ? (
        <div className="mb-3">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1>{desk.title}</h1>
        {queue.value.canDecide ? (
          <form method="post" action="/api/desk/next">
            <input type="hidden" name="q" value={q} />
            <Button kind="main">{desk.start}</Button>
          </form>
        ) : null}
      </div>
      <QueryBar w={w} q={q} />
      {unknown.length > 0 ? (
        <div className="mb-3">
          <Notice tone="needs-you">{desk.unknown(unknown.join(" "))}</Notice>
        </div>
      ) : null}
      <p className="mb-1 text-sm text-ink-2">{isCountOpen ? desk.countOpen(total) : desk.count(total)}</p>
      {lines.length === 0 ? <p className="py-4">{desk.none}</p> : null}
      <ol aria-label={desk.listLabel} className="border-t border-line">
        {lines.map((line) => (
          <QueueLine key={line.number} w={w} locale={locale} line={line} q={q} />
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {after ? <a href={queuePath(q)}>{desk.firstPage}</a> : null}
        {queue.value.after ? <a href={queuePath(q, { after: queue.value.after })}>{desk.nextPage}</a> : null}
      </p>
      <p className="mt-6 hidden text-sm text-ink-2 md:block">{digits(desk.keysHint, locale)}</p>
      <KeyHelp w={w} />
    </SignedInFrame>
  )
}
