import { Button } from "@/components/ui/button"
import { DescriptionList, type Fact } from "@/components/ui/description-list"
import { Notice } from "@/components/ui/notice"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import { digits, formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { getRegistrationStatus } from "@/lib/registration/get-registration-status"
import { isAllowed } from "@/lib/registration/rules"

type Answer = Awaited<ReturnType<typeof getRegistrationStatus.run>>
type Status = Extract<Answer, { readonly ok: true }>["value"]
type StandingProps = { w: Dictionary; locale: Locale; status: Status }

const needsYou = ["draft", "returned"]

/** How a request stands: where in the queue, how long it usually takes, what has to be put right; no name, no number. */
export function Standing({ w, locale, status }: StandingProps) {
  const s = w.registration.status
  const { state } = status
  return (
    <div className="max-w-reading space-y-5">
      <p className="text-ink-2">{s.of(status.number)}</p>
      <Notice
        tone={needsYou.includes(state) ? "needs-you" : state === "rejected" ? "refused" : "information"}
        title={s.states[state]}
      >
        <p>{s.meaning[state]}</p>
        {state === "returned" ? (
          <ul className="list-disc pl-6">
            {status.missing.map((field) => (
              <li key={field}>{w.registration.returned.fields[field]}</li>
            ))}
          </ul>
        ) : null}
        {needsYou.includes(state) ? <p>{s.until(formatDate(status.expiresAt, locale))}</p> : null}
      </Notice>
      <DescriptionList facts={factsOf({ w, locale, status })} />
      <Acts w={w} status={status} />
    </div>
  )
}

function factsOf({ w, locale, status }: StandingProps): Fact[] {
  const s = w.registration.status
  const { submittedAt, place, usual, state } = status
  const sent = submittedAt ? [{ name: s.submitted, value: formatDateTime(submittedAt, locale) }] : []
  if (state !== "submitted") return sent
  const measured = usual && (usual.isHere ? s.usualHere : s.usualAll)(digits(usual.count, locale))
  return [
    ...sent,
    ...(place === null ? [] : [{ name: s.place, value: s.placeAt(formatCount(place, locale)) }]),
    {
      name: s.usual,
      value: usual ? (
        <>
          {lengthOf(usual.seconds, s, locale)}
          <span className="block text-sm text-ink-2">{measured}</span>
        </>
      ) : (
        s.unknown
      ),
    },
  ]
}

function lengthOf(seconds: number, s: Dictionary["registration"]["status"], locale: Locale): string {
  const hours = Math.max(1, Math.round(seconds / 3600))
  return hours < 48 ? s.hours(digits(hours, locale)) : s.days(digits(Math.round(hours / 24), locale))
}

function Acts({ w, status }: Pick<StandingProps, "w" | "status">) {
  const s = w.registration.status
  const { state, canBeMailed } = status
  const correct = state === "draft" ? s.goOn : s.correct
  return (
    <>
      {canBeMailed && isAllowed("withdraw", state) ? (
        <form method="post" action="/api/register/status/code" className="space-y-3">
          <div className="flex flex-wrap gap-3">
            {isAllowed("edit", state) ? (
              <Button kind="main" name="purpose" value="correct">
                {correct}
              </Button>
            ) : null}
            <Button name="purpose" value="withdraw">
              {s.withdraw}
            </Button>
          </div>
          <p className="text-sm text-ink-2">{s.asksCode}</p>
        </form>
      ) : null}
      <form method="post" action="/api/register/status">
        <input type="hidden" name="other" value="1" />
        <Button>{s.another}</Button>
      </form>
      <p>
        <a href="/register">{s.fresh}</a>
      </p>
    </>
  )
}
