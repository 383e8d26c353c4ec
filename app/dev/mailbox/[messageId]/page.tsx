import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { DescriptionList } from "@/components/ui/description-list"
import { isDemonstration } from "@/lib/http/demonstration"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMailboxMessage } from "@/lib/operations/get-mailbox-message"

export async function generateMetadata(): Promise<Metadata> {
  if (!isDemonstration()) return {}
  return { title: (await words()).operations.mailbox.message, robots: { index: false } }
}

/**
 * One message, in its text form: the HTML form brings inline styles, which the content policy of this site refuses
 * in a frame as well.
 */
export default async function MailboxMessagePage({ params }: { params: Promise<{ messageId: string }> }) {
  const message = await runRead(getMailboxMessage, await params)
  if (!message.ok) notFound()
  const locale = await currentLocale()
  const w = wordsIn(locale).operations.mailbox
  const { to, subject, text, sentAt } = message.value
  return (
    <PublicFrame>
      <div className="mx-auto max-w-reading">
        <p className="mb-4">
          <a href="/dev/mailbox">{w.back}</a>
        </p>
        <h1 className="mb-4">{subject}</h1>
        <DescriptionList
          facts={[
            { name: w.to, value: to },
            { name: w.sent, value: formatDateTime(sentAt, locale) },
          ]}
        />
        <div className="mt-6 rounded-md border border-line bg-sheet p-4 whitespace-pre-wrap lg:p-6">
          {text}
        </div>
      </div>
    </PublicFrame>
  )
}
