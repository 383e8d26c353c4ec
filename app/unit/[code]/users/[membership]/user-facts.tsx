import { StandingChip } from "@/components/members/standing-chip"
import { shownDay } from "@/components/orders/shown-day"
import { Chip } from "@/components/ui/chip"
import { DescriptionList } from "@/components/ui/description-list"
import { formatDateTime } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { UserShown } from "@/lib/members/get-unit-user"

type UserFactsProps = { w: Dictionary; locale: Locale; user: UserShown["user"] }

/** What the unit knows of a user. */
export function UserFacts({ w, locale, user }: UserFactsProps) {
  const m = w.members
  const f = m.facts
  const dates = (from: string, until: string | null) =>
    until ? f.fromTo(shownDay(from, locale), shownDay(until, locale)) : f.from(shownDay(from, locale))
  const facts = [
    { name: f.state, value: <State w={w} locale={locale} user={user} /> },
    { name: f.nationalId, value: digits(user.nationalId, locale) },
    ...(user.username ? [{ name: f.username, value: user.username }] : []),
    { name: f.email, value: user.email ?? f.none },
    { name: f.post, value: <span lang="th">{user.post}</span> },
    {
      name: f.kind,
      value: (
        <>
          {w.orders.person.kinds[user.staffKind]}
          {user.staffReason ? (
            <span className="block text-sm text-ink-2" lang="th">
              {user.staffReason}
            </span>
          ) : null}
        </>
      ),
    },
    {
      name: f.telephone,
      value: user.officeTelephone ? digits(user.officeTelephone, locale) : f.none,
    },
    { name: f.dates, value: dates(user.validFrom, user.validUntil) },
    { name: f.order, value: user.orderText ? <span lang="th">{user.orderText}</span> : f.none },
    ...(user.appointment
      ? [
          {
            name: f.appointment,
            value: (
              <>
                {f.byOrder(digits(`${user.appointment.orderNumber}/${user.appointment.orderYearBe}`, locale))}
                <span className="block text-sm text-ink-2">
                  {dates(user.appointment.validFrom, user.appointment.validUntil)}
                </span>
              </>
            ),
          },
        ]
      : []),
    { name: f.seen, value: user.lastSeenAt ? formatDateTime(user.lastSeenAt, locale) : m.neverSeen },
  ]
  return <DescriptionList facts={facts} />
}

function State({ w, locale, user }: UserFactsProps) {
  const f = w.members.facts
  const isSuspended = user.state === "suspended"
  const reason = isSuspended || user.state === "ended" ? user.stateReason : user.accountReason
  const until = isSuspended ? user.suspendedUntil : user.accountSuspendedUntil
  return (
    <>
      <span className="flex flex-wrap gap-1.5">
        <StandingChip standing={user.standing} w={w} />
        {user.isAdmin ? <Chip tone="information">{w.members.isAdmin}</Chip> : null}
      </span>
      {reason ? <span className="mt-1 block text-sm">{f.because(reason)}</span> : null}
      {until ? <span className="block text-sm">{f.lastDay(shownDay(until, locale))}</span> : null}
    </>
  )
}
