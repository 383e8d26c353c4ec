import { nameIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type SeatChoiceProps = {
  d: Dictionary["systems"]["door"]
  locale: Locale
  seats: readonly { membershipId: string; unitName: string; unitNameEn: string | null }[]
  /** The unit for which the person works in the portal just now, chosen beforehand. */
  chosen: string | null
}

/** In the name of which of his units somebody opens a system; who has but one sees which. */
export function SeatChoice({ d, locale, seats, chosen }: SeatChoiceProps) {
  const name = (seat: SeatChoiceProps["seats"][number]) =>
    nameIn(locale, { nameTh: seat.unitName, nameEn: seat.unitNameEn })
  const [only, ...others] = seats
  if (only && others.length === 0) return <p>{name(only)}</p>
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{d.inNameOf}</legend>
      {seats.map((seat, at) => (
        <div key={seat.membershipId} className="flex items-start gap-2.5 py-2">
          <input
            type="radio"
            className="box"
            id={at === 0 ? "membershipId" : seat.membershipId}
            name="membershipId"
            value={seat.membershipId}
            defaultChecked={seat.membershipId === chosen}
          />
          <label htmlFor={at === 0 ? "membershipId" : seat.membershipId}>{name(seat)}</label>
        </div>
      ))}
    </fieldset>
  )
}
