import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { formatDate, formatShortDate } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getSuccession } from "@/lib/oversight/get-succession"
import { SuccessorForms } from "./successor-forms"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).oversight.succession.title }
}

/** Whether the unit will still have an SSO Admin tomorrow: who they are, until when, and who takes over. */
export default async function SuccessionPage({ params, searchParams }: Props) {
  const { code } = await params
  const path = `/unit/${encodeURIComponent(code)}/succession`
  const session = await requireConsole(path)
  const query = await searchParams
  const [answer, refusal, locale] = await Promise.all([
    runRead(getSuccession, { unitCode: code }),
    shownRefusal(query.refused),
    currentLocale(),
  ])
  if (!answer.ok) notFound()
  const w = wordsIn(locale)
  const s = w.oversight.succession
  const { unit, admins, findings, successor, candidates } = answer.value
  const said = Object.entries(s.done).find(([name]) => name === query.done)?.[1]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading space-y-4">
        {refusal ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: refusalText(refusal, locale) }]} />
        ) : null}
        {said && !refusal ? <Notice tone="done">{said}</Notice> : null}
        <h1>{s.title}</h1>
        <p className="text-lg">{nameIn(locale, unit)}</p>
        <p>{s.lead}</p>
        <section aria-labelledby="found">
          <h2 id="found" className="mb-2">
            {s.foundTitle}
          </h2>
          {findings.length === 0 && admins.length > 0 ? <p>{s.allWell}</p> : null}
          <ul className="flex flex-wrap gap-2">
            {admins.length === 0 && findings.length === 0 ? (
              <li>
                <Chip tone="needs-you">{w.oversight.map.none}</Chip>
              </li>
            ) : null}
            {findings.map((finding) => (
              <li key={finding}>
                <Chip tone="needs-you">{w.oversight.findings[finding]}</Chip>
              </li>
            ))}
          </ul>
        </section>
        {admins.length > 0 ? (
          <DataTable
            caption={w.oversight.table.admins}
            rowKey={({ membershipId }) => membershipId}
            rows={admins}
            columns={[
              {
                key: "name",
                label: w.oversight.table.admins,
                rowName: true,
                cell: ({ name, post }) => `${name} · ${post}`,
              },
              {
                key: "ends",
                label: w.oversight.table.orderEnds,
                end: true,
                cell: ({ endsOn }) =>
                  endsOn ? formatShortDate(new Date(endsOn), locale) : w.oversight.table.noEnd,
              },
              {
                key: "seen",
                label: w.oversight.table.seen,
                end: true,
                cell: ({ seenAt }) => (seenAt ? formatDate(seenAt, locale) : w.oversight.table.neverSeen),
              },
            ]}
          />
        ) : null}
        <section aria-labelledby="successor" className="border-t border-line pt-4">
          <h2 id="successor" className="mb-2">
            {s.successorTitle}
          </h2>
          <p className="mb-2 text-sm text-ink-2">{s.rule}</p>
          <p className="mb-3">
            {successor
              ? s.named({
                  name: successor.name,
                  post: successor.post,
                  date: formatDate(successor.namedAt, locale),
                })
              : s.nobody}
          </p>
          {unit.canManage ? (
            <SuccessorForms
              w={w}
              unitCode={code}
              candidates={candidates}
              hasSuccessor={successor !== undefined}
            />
          ) : null}
          <p className="mt-4">
            <a href={`/unit/${encodeURIComponent(code)}/orders/new`}>{s.makeOrder}</a>
          </p>
        </section>
      </div>
    </SignedInFrame>
  )
}
