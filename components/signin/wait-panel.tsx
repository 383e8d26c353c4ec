import { LinkButton } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Phrase } from "@/components/ui/phrase"
import { formatTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import { formatRemaining } from "@/lib/i18n/remaining"
import type { Dictionary } from "@/lib/i18n/words"

type WaitPanelProps = { w: Dictionary; locale: Locale; now: Date; until: Date; why?: string | undefined }

/** A pause after failures: why, until what time of day, and whom to ask meanwhile. A reload brings it up to date. */
export function WaitPanel({ w, locale, now, until, why }: WaitPanelProps) {
  const left = (until.getTime() - now.getTime()) / 1000
  return (
    <div className="mx-auto max-w-door space-y-5">
      <h1>{w.signin.wait.title}</h1>
      <p>
        <Phrase text={why ?? w.signin.wait.body} />
      </p>
      <div className="flex items-start gap-3 border-y border-line py-4">
        <Icon name="clock" className="mt-0.5 text-marigold" />
        <p>
          <strong className="block">{w.signin.wait.until(formatTime(until, locale))}</strong>
          <span className="text-sm text-ink-2">{w.signin.wait.remaining(formatRemaining(left))}</span>
        </p>
      </div>
      <LinkButton href="/login" wide>
        {w.signin.wait.again}
      </LinkButton>
      <p className="text-sm">
        <Phrase text={w.signin.wait.forgotten} />{" "}
        <a href="/recover" className="nowrap">
          {w.signin.door.forgotten}
        </a>
      </p>
    </div>
  )
}
