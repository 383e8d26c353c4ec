import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ClaimKeeper } from "@/components/desk/claim-keeper"
import { casePath, queuePath } from "@/components/desk/desk-path"
import { KeyHelp } from "@/components/desk/key-help"
import { UndoableNotice } from "@/components/desk/undoable-notice"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { viewCase } from "@/lib/desk/view-case"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runCommand } from "@/lib/http/run-command"
import { typedFields } from "@/lib/http/typed-fields"
import { formatDateTime, formatTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import { currentLocale, type Dictionary, words, wordsIn } from "@/lib/i18n/words"
import { readScan } from "@/lib/orders/read-scan"
import { CaseFacts } from "./case-facts"
import { CaseHistory } from "./case-history"
import { DecisionBar } from "./decision-bar"
import { decisionFaults } from "./decision-faults"
import { DocumentPages } from "./document-pages"
import { marksOf } from "./readings"
import { ReopenForm } from "./reopen-form"
import { forms } from "./seen-fields"

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).number} – ${(await words()).desk.title}` }
}

/** One case on one screen: pages left, facts right, the decision below. Opening it takes it in hand. */
export default async function CasePage({ params, searchParams }: Props) {
  const [{ number }, query] = [await params, await searchParams]
  const q = queueQuery(query.q)
  const session = await requireConsole(casePath(number, q))
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const { desk } = w
  const [view, refusal, typed] = await Promise.all([
    runCommand(viewCase, { number, q }),
    shownRefusal(query.refused),
    typedFields(`desk ${number}`),
  ])
  if (!view.ok) notFound()
  const shown = view.value
  const { state, readings } = await readPaper(shown.kind, number)
  const faults = decisionFaults(refusal, typed?.outcome ?? "return", locale)
  const ready = shown.documents.filter(({ state }) => state === "ready")
  const seen = {
    number,
    version: shown.version,
    documents: ready.map(({ id, sha256 }) => `${id}:${sha256}`).join(","),
    q,
  }
  const said = Object.entries(desk.done).find(([name]) => name === query.done)?.[1]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="desk" wide>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      {shown.undoable ? (
        <UndoableNotice w={w} locale={locale} undoable={shown.undoable} q={q} now={shown.now} />
      ) : null}
      {said && !refusal ? <Notice tone="done">{said}</Notice> : null}
      <Ways w={w} q={q} next={shown.next} previous={shown.previous} />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,32rem)]">
        <section aria-labelledby="documents" className="order-last min-w-0 lg:order-first">
          <h2 id="documents" className="sr-only">
            {desk.documents}
          </h2>
          <DocumentPages
            w={w}
            locale={locale}
            documents={shown.documents}
            returnForm={shown.canDecide ? forms.return : undefined}
            marks={marksOf(readings)}
          />
        </section>
        <div className="min-w-0">
          <h1 lang="th">{shown.title}</h1>
          <p className="mb-3 text-sm text-ink-2">
            {`${desk.kinds[shown.kind]} ${digits(number, locale)} · ${desk.sentAt(formatDateTime(shown.submittedAt, locale))}`}
          </p>
          <Standing w={w} locale={locale} shown={shown} path={casePath(number, q)} />
          {shown.facts ? (
            <CaseFacts
              w={w}
              locale={locale}
              facts={shown.facts}
              q={q}
              approveForm={shown.canDecide ? forms.approve : undefined}
              readings={readings}
              readingState={state}
            />
          ) : null}
          <CaseHistory w={w} locale={locale} submittedAt={shown.submittedAt} decisions={shown.decisions} />
          {shown.canReopen ? <ReopenForm w={w} number={number} q={q} /> : null}
        </div>
      </div>
      {shown.canDecide ? (
        <DecisionBar
          w={w}
          locale={locale}
          kind={shown.kind}
          people={shown.facts?.people ?? []}
          seen={seen}
          proveAt={shown.mustProve ? proveAt(casePath(number, q)) : undefined}
          typed={typed}
        />
      ) : null}
      <KeyHelp w={w} />
    </SignedInFrame>
  )
}

/** What the paper of an order says of it; nothing of a registration. */
async function readPaper(kind: "order" | "registration", number: string) {
  const read = kind === "order" ? await runCommand(readScan, { number }) : undefined
  if (!read?.ok) return { state: undefined, readings: {} }
  const { state, facts, people } = read.value
  return { state, readings: { ...facts, ...people } }
}

function queueQuery(asked: string | string[] | undefined): string {
  return typeof asked === "string" ? asked.slice(0, 200) : ""
}

function proveAt(returnTo: string): string {
  return `/step-up?${new URLSearchParams({ returnTo })}`
}

type WaysProps = { w: Dictionary; q: string; next: string | undefined; previous: string | undefined }

function Ways({ w, q, next, previous }: WaysProps) {
  const { desk } = w
  return (
    <nav aria-label={desk.listLabel} className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      <a href={queuePath(q)}>{desk.backToQueue}</a>
      {previous ? (
        <a href={casePath(previous, q)} data-key="k">
          {desk.previous}
        </a>
      ) : null}
      {next ? (
        <a href={casePath(next, q)} data-key="j">
          {desk.next}
        </a>
      ) : null}
    </nav>
  )
}

type Shown = {
  number: string
  now: Date
  state: "waiting" | "returned" | "decided" | "withdrawn"
  claimedUntil: Date | undefined
  holder: string | undefined
  beyond: "desk.own-request" | "desk.beyond-power" | undefined
}

type StandingProps = { w: Dictionary; locale: Locale; shown: Shown; path: string }

function Standing({ w, locale, shown, path }: StandingProps) {
  const { desk } = w
  const { state, claimedUntil, holder, beyond } = shown
  if (state !== "waiting") return <p className="mb-3 font-semibold">{desk.states[state]}</p>
  if (claimedUntil) {
    const told = (text: string) => (
      <Notice tone="needs-you">
        <p>{text}</p>
        <a href={path}>{desk.openAgain}</a>
      </Notice>
    )
    return (
      <ClaimKeeper
        key={claimedUntil.toISOString()}
        number={shown.number}
        seconds={(claimedUntil.getTime() - shown.now.getTime()) / 1000}
        text={desk.heldUntil(formatTime(claimedUntil, locale))}
        over={told(desk.claimOver)}
        taken={told(desk.claimTaken)}
      />
    )
  }
  const why = holder ? desk.heldBy(holder) : beyond ? desk.cannot[beyond] : undefined
  return why ? (
    <div className="mb-3">
      <Notice tone="information">{why}</Notice>
    </div>
  ) : null
}
