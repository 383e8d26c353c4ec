import { rightParts } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Request = {
  id: string
  systemTh: string
  systemEn: string
  roleTh: string
  roleEn: string
  state: "waiting" | "granted" | "refused" | "withdrawn" | "expired"
  expiresAt: Date
  answer: string
}

const tones = {
  waiting: "needs-you",
  granted: "done",
  refused: "refused",
  withdrawn: "plain",
  expired: "plain",
} as const

/** What one asked for lately, with what came of it; what still waits can be taken back. */
export function OwnRequests({
  w,
  locale,
  requests,
}: {
  w: Dictionary
  locale: Locale
  requests: readonly Request[]
}) {
  const m = w.rights.mine
  return (
    <section aria-label={m.requestsTitle} className="mb-8">
      <h2>{m.requestsTitle}</h2>
      <ul className="border-t border-line">
        {requests.map((request) => {
          const [system, role] = rightParts(locale, request)
          return (
            <li key={request.id} className="space-y-1 border-b border-line py-3">
              <p>
                {system} <b>{role}</b> <Chip tone={tones[request.state]}>{m.states[request.state]}</Chip>
              </p>
              {request.answer ? <p className="break-words">{m.answer(request.answer)}</p> : null}
              {request.state === "waiting" ? (
                <form
                  method="post"
                  action="/api/rights/withdraw"
                  className="flex flex-wrap items-center gap-3"
                >
                  <p className="grow text-sm text-ink-2">{m.waits(formatDate(request.expiresAt, locale))}</p>
                  <input type="hidden" name="requestId" value={request.id} />
                  <Button>
                    {m.withdraw}
                    <span className="sr-only">{m.withdrawNamed(`${system} ${role}`)}</span>
                  </Button>
                </form>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
