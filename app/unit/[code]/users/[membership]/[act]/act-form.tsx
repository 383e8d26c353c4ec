import { DayBeFields } from "@/components/orders/day-be-fields"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { typedDay } from "@/lib/http/typed-day"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { UserShown } from "@/lib/members/get-unit-user"
import type { AskedAct } from "@/lib/members/rules"

type ActFormProps = {
  w: Dictionary
  locale: Locale
  act: AskedAct
  shown: UserShown
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>>
}

/** What follows from an act, the reason, and for the unit's last SSO Admin that this is known. */
export function ActForm({ w, locale, act, shown, faults, typed }: ActFormProps) {
  const a = w.members.acts
  const { unit, user, isLastAdmin } = shown
  const errorAt = (name: string) => faults.find((fault) => fault.field === name)?.text
  const asksDay = act === "suspend" || act === "suspend-account"
  return (
    <form method="post" action="/api/unit/users/act" className="space-y-5">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="unitCode" value={unit.code} />
      <input type="hidden" name="membershipId" value={user.id} />
      <input type="hidden" name="version" value={user.version} />
      <p>{a.pages[act].about}</p>
      {isLastAdmin ? (
        <Notice tone="refused" title={a.lastTitle}>
          <p>{a.lastAbout}</p>
          <Checkbox name="knowsLast" label={a.lastKnown} />
        </Notice>
      ) : null}
      {act === "leave" ? (
        <Checkbox id="confirmed" name="confirmed" label={a.leaveConfirmed} />
      ) : (
        <TextField
          name="reason"
          label={a.reason}
          hint={a.reasonHint}
          error={errorAt("reason")}
          defaultValue={typed.reason ?? ""}
          maxLength={300}
          autoComplete="off"
        />
      )}
      {asksDay ? (
        <DayBeFields
          w={w}
          locale={locale}
          name="until"
          legend={a.until}
          hint={a.untilHint}
          error={errorAt("until")}
          value={typedDay(typed, "until")}
        />
      ) : null}
      <Button kind="danger">{a.pages[act].submit}</Button>
    </form>
  )
}
