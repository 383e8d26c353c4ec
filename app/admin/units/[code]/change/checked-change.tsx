import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { DescriptionList } from "@/components/ui/description-list"
import { nameIn } from "@/components/units/unit-names"
import { unitChangePath } from "@/lib/http/unit-change-path"
import { formatDate } from "@/lib/i18n/dates"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { CheckedUnitChange } from "@/lib/restructuring/check-change"

type CheckedChangeProps = {
  w: Dictionary
  locale: Locale
  typed: Readonly<Record<string, string>>
  checked: CheckedUnitChange
}

/** What a change would do, and the form that does it. */
export function CheckedChange({ w, locale, typed, checked }: CheckedChangeProps) {
  const c = w.restructuring.checked
  const { unit, wanted, into, effectiveOn, hasOtherTail } = checked
  const called = (one: typeof unit) => `${nameIn(locale, one)} · ${w.units.kinds[one.kind]} · ${one.code}`
  const path = unitChangePath(unit.code)
  return (
    <>
      <p>{c.lead}</p>
      <DescriptionList
        facts={[
          { name: c.from, value: called(unit) },
          ...(wanted ? [{ name: c.to, value: called(wanted) }] : []),
          ...(into ? [{ name: c.into, value: called(into) }] : []),
          { name: c.when, value: effectiveOn ? formatDate(new Date(effectiveOn), locale) : c.atOnce },
          { name: c.order, value: typed.orderText ?? "" },
          { name: c.reason, value: typed.reason ?? "" },
        ]}
      />
      <ul className="list-disc space-y-1.5 pl-6">
        {effects(checked, c, locale).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" action="/api/admin/units/change" className="space-y-4">
        <input type="hidden" name="unitCode" value={unit.code} />
        <input type="hidden" name="seenCode" value={unit.code} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {hasOtherTail ? <Checkbox name="tailConfirmed" label={c.tail} /> : null}
        <Checkbox name="confirmed" label={c.confirm} />
        <Button kind="main">{c.submit}</Button>
      </form>
      <p>
        <a href={path}>{c.back}</a>
      </p>
    </>
  )
}

/** One sentence for each thing that happens. */
function effects(
  checked: CheckedUnitChange,
  c: Dictionary["restructuring"]["checked"],
  locale: Locale,
): string[] {
  const { unit, wanted, into, holdings: h, shut } = checked
  const n = (value: number) => formatCount(value, locale)
  const lost = shut > 0 ? [c.shut(n(shut))] : []
  if (!into)
    return [
      ...(wanted && wanted.code !== unit.code ? [c.codeStays(unit.code)] : []),
      c.keeps({ members: n(h.members), grants: n(h.grants) }),
      ...(checked.movesUp ? [c.movesUp] : []),
      ...(checked.movesDown ? [c.movesDown] : []),
      ...lost,
    ]
  const admins = checked.receiverHasAdmin ? c.adminsEnd(n(h.admins)) : c.adminsStay(n(h.admins))
  return [
    c.codeLeads({ code: unit.code, name: nameIn(locale, into) }),
    c.members({ members: n(h.members), both: n(h.inBoth) }),
    c.grants({ grants: n(h.grants), requests: n(h.requests) }),
    ...(h.conflicts > 0 ? [c.conflicts(n(h.conflicts))] : []),
    c.waiting({
      offers: n(h.offers),
      transfers: n(h.transfers),
      orders: n(h.orders),
      registrations: n(h.registrations),
      recoveries: n(h.recoveries),
    }),
    ...(h.admins > 0 ? [admins] : []),
    ...(h.codes > 0 ? [c.codes(n(h.codes))] : []),
    ...lost,
    c.history,
  ]
}
