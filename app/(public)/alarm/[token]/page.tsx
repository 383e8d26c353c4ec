import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { Button, LinkButton } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { runRead } from "@/lib/http/run-read"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getAlarm } from "@/lib/recovery/get-alarm"
import { Locked } from "./locked"

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).recovery.alarm.title, robots: { index: false } }
}

/** “This wasn't me”: opening the page changes nothing, since scanners of mail open it too; the button does. */
export default async function AlarmPage({ params }: Props) {
  const { token } = await params
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const a = w.recovery.alarm
  const alarm = await runRead(getAlarm, { alarm: token.slice(0, 200) })
  if (alarm.ok && alarm.value.isUsed)
    return (
      <PublicFrame>
        <Locked w={w} locale={locale} helpers={alarm.value.helpers} />
      </PublicFrame>
    )
  if (!alarm.ok)
    return (
      <PublicFrame>
        <div className="mx-auto max-w-door space-y-5">
          <h1>{a.goneTitle}</h1>
          <p>{refusalText({ code: "recovery.alarm-gone" }, locale)}</p>
          <LinkButton href="/admins" wide>
            {a.lookup}
          </LinkButton>
        </div>
      </PublicFrame>
    )
  const effects = [a.effects.lock, a.effects.out, a.effects.ways]
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door space-y-5">
        <h1>{a.title}</h1>
        <p>{a.lead}</p>
        <Notice tone="needs-you">
          <ul className="list-disc space-y-1 pl-5">
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </Notice>
        <p>{a.after}</p>
        <form method="post" action="/api/alarm">
          <input type="hidden" name="alarm" value={token} />
          <Button kind="danger" wide>
            {a.submit}
          </Button>
        </form>
        <p>
          <a href="/">{a.leave}</a>
        </p>
      </div>
    </PublicFrame>
  )
}
