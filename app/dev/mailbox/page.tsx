import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/empty-state"
import { TextField } from "@/components/ui/text-field"
import { isDemonstration } from "@/lib/http/demonstration"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMailbox } from "@/lib/operations/get-mailbox"

export async function generateMetadata(): Promise<Metadata> {
  if (!isDemonstration()) return {}
  return { title: (await words()).operations.mailbox.title, robots: { index: false } }
}

/** Where the demonstration's mail ends up. */
export default async function MailboxPage({
  searchParams,
}: {
  searchParams: Promise<{ to?: string | string[] }>
}) {
  const { to } = await searchParams
  const address = typeof to === "string" ? to : ""
  const messages = await runRead(getMailbox, { to: address || undefined })
  if (!messages.ok) notFound()
  const locale = await currentLocale()
  const w = wordsIn(locale).operations.mailbox
  const columns = [
    { key: "sent", label: w.sent, cell: (row: Row) => formatDateTime(row.sentAt, locale) },
    { key: "to", label: w.to, cell: (row: Row) => row.to },
    { key: "subject", label: w.subject, rowName: true, cell: (row: Row) => <MessageLink message={row} /> },
  ]
  return (
    <PublicFrame wide>
      <h1>{w.title}</h1>
      <p className="mt-2 mb-6 max-w-reading text-ink-2">{w.lead}</p>
      <form action="/dev/mailbox" className="mb-8 flex max-w-reading flex-wrap items-end gap-3">
        <div className="grow">
          <TextField
            name="to"
            label={w.filter}
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={address}
          />
        </div>
        <Button>{w.show}</Button>
      </form>
      {messages.value.length === 0 ? (
        <EmptyState title={w.empty}>
          <p>{w.emptyHint}</p>
        </EmptyState>
      ) : (
        <DataTable caption={w.title} columns={columns} rows={messages.value} rowKey={(row) => row.id} />
      )}
    </PublicFrame>
  )
}

type Row = { id: string; to: string; subject: string; sentAt: Date }

function MessageLink({ message }: { message: Row }) {
  return <a href={`/dev/mailbox/${message.id}`}>{message.subject}</a>
}
