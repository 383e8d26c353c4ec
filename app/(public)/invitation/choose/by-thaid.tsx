import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import type { Dictionary } from "@/lib/i18n/words"

/** ThaiID proves that it is the invited person. A plain form, so that a phone opens the app at a real tap. */
export function ByThaid({ w }: { w: Dictionary }) {
  const t = w.invitations.choice.thaid
  return (
    <section aria-labelledby="by-thaid" className="mb-6 border-b border-line pb-6">
      <h2 id="by-thaid" className="mb-1">
        {t.title}
      </h2>
      <p className="mb-3 text-ink-2">{t.lead}</p>
      <form method="post" action="/api/invitation/thaid">
        <Button kind="main" big>
          <Icon name="device" />
          {t.submit}
        </Button>
      </form>
    </section>
  )
}
