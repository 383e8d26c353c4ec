import { rightParts } from "@/components/rights/right-name"
import { LinkButton } from "@/components/ui/button"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { RightsGrid } from "@/lib/rights/get-rights-grid"

type Request = RightsGrid["requests"][number] & { isElsewhere?: boolean }

type RequestListProps = {
  w: Dictionary
  locale: Locale
  title: string
  about: string
  requests: readonly Request[]
}

/** Requests that wait for an answer, the oldest first. */
export function RequestList({ w, locale, title, about, requests }: RequestListProps) {
  const r = w.rights.requests
  return (
    <section className="mb-8 max-w-reading" aria-label={title}>
      <h2>{title}</h2>
      <p className="text-sm text-ink-2">{about}</p>
      <ul className="mt-2 border-t border-line">
        {requests.map((request) => (
          <li key={request.id} className="space-y-1 border-b border-line py-3">
            <p>
              <b lang="th">{request.name}</b>{" "}
              <span className="text-sm text-ink-2" lang="th">
                {request.post}
              </span>
            </p>
            {request.isElsewhere ? (
              <p className="text-sm">{locale === "en" && request.unitEn ? request.unitEn : request.unitTh}</p>
            ) : null}
            <p>{r.asks(...rightParts(locale, request))}</p>
            <p className="break-words">{r.reason(request.reason)}</p>
            <p className="text-sm text-ink-2">
              {r.at(formatDateTime(request.askedAt, locale), formatDate(request.expiresAt, locale))}
            </p>
            {request.canAnswer ? (
              <LinkButton href={`/unit/${request.unitCode}/rights/requests/${request.id}`}>
                {r.answerNamed(request.name)}
              </LinkButton>
            ) : (
              <p className="text-sm">{r.cannot}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
