import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button } from "@/components/ui/button"
import { runRead } from "@/lib/http/run-read"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getCancellable } from "@/lib/recovery/get-assisted"

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).recovery.cancel.title, robots: { index: false } }
}

/** The owner's way to cancel what people in charge opened for him: opening the page changes nothing, the button does. */
export default async function RecoverCancelPage({ params }: Props) {
  const cancel = (await params).token.slice(0, 100)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const c = w.recovery.cancel
  const state = await runRead(getCancellable, { cancel })
  if (!state.ok || !state.value.isOpen) {
    const isDone = state.ok && state.value.state === "done"
    const said = state.ok ? c.done : refusalText({ code: "recovery.link-gone" }, locale)
    return (
      <PublicFrame>
        <div className="mx-auto max-w-door space-y-5">
          <h1>{isDone ? c.usedTitle : state.ok ? c.doneTitle : w.recovery.link.goneTitle}</h1>
          <p>{isDone ? c.used : said}</p>
          <p>
            <a href="/admins">{w.recovery.link.lookup}</a>
          </p>
        </div>
      </PublicFrame>
    )
  }
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door space-y-5">
        <h1>{c.title}</h1>
        <p>{c.lead}</p>
        <form method="post" action="/api/recover/cancel">
          <input type="hidden" name="cancel" value={cancel} />
          <Button kind="main" wide>
            {c.submit}
          </Button>
        </form>
        <p>
          <a href="/">{c.leave}</a>
        </p>
      </div>
    </PublicFrame>
  )
}
