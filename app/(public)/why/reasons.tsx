import { Chip } from "@/components/ui/chip"
import { nameIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { WhyStep } from "@/lib/why/rules"
import { StepLine } from "./step-line"

type ReasonsProps = {
  w: Dictionary
  locale: Locale
  answer: {
    isOwn: boolean
    system: { nameTh: string; nameEn: string } | undefined
    account: readonly WhyStep[]
    seats: readonly {
      membershipId: string
      unitCode: string
      unit: { nameTh: string; nameEn: string | null }
      steps: readonly WhyStep[]
      opens: boolean
    }[]
  }
}

/** The rules of the account, then those of each unit in whose name the system could be opened. */
export function Reasons({ w, locale, answer }: ReasonsProps) {
  const y = w.why
  const line = (step: WhyStep, at: number, unitCode?: string) => (
    <StepLine key={`${step.rule}${at}`} w={w} locale={locale} step={step} {...(unitCode && { unitCode })} />
  )
  return (
    <>
      <section aria-labelledby="account">
        <h2 id="account" className="mb-2">
          {answer.isOwn ? y.account : y.accountOfOther}
        </h2>
        <ul className="border-t border-line">{answer.account.map((step, at) => line(step, at))}</ul>
      </section>
      {answer.seats.length === 0 ? <p>{y.noSeats}</p> : null}
      {answer.system
        ? answer.seats.map((seat) => (
            <section key={seat.membershipId} aria-labelledby={seat.membershipId}>
              <h2 id={seat.membershipId} className="mb-2 flex flex-wrap items-center gap-3">
                {y.forUnit(nameIn(locale, seat.unit))}
                <Chip tone={seat.opens ? "done" : "needs-you"}>{seat.opens ? y.opens : y.shut}</Chip>
              </h2>
              <ul className="border-t border-line">
                {seat.steps.map((step, at) => line(step, at, seat.unitCode))}
              </ul>
            </section>
          ))
        : null}
    </>
  )
}
