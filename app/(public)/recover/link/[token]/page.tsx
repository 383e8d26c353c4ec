import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button, LinkButton } from "@/components/ui/button"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getLink } from "@/lib/recovery/get-assisted"

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).recovery.link.title, robots: { index: false } }
}

/** The link that people in charge had mailed: opening the page uses nothing up, the button does. */
export default async function RecoverLinkPage({ params }: Props) {
  const link = (await params).token.slice(0, 100)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const l = w.recovery.link
  const open = await runRead(getLink, { link })
  if (!open.ok)
    return (
      <PublicFrame>
        <div className="mx-auto max-w-door space-y-5">
          <h1>{l.goneTitle}</h1>
          <p>{refusalText({ code: "recovery.link-gone" }, locale)}</p>
          <LinkButton href="/admins" wide>
            {l.lookup}
          </LinkButton>
        </div>
      </PublicFrame>
    )
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door space-y-5">
        <h1>{l.title}</h1>
        <p>{l.lead}</p>
        <form method="post" action="/api/recover/link">
          <input type="hidden" name="link" value={link} />
          <Button kind="main" wide>
            {l.submit}
          </Button>
        </form>
        <p className="text-sm text-ink-2">{l.until(formatDateTime(open.value.expiresAt, locale))}</p>
      </div>
    </PublicFrame>
  )
}
