import { Chip } from "@/components/ui/chip"
import { formatDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { WhyStep } from "@/lib/why/rules"

type StepLineProps = { w: Dictionary; locale: Locale; step: WhyStep; unitCode?: string }

/** One rule: whether it is met, the fact behind it, who granted what until when, and who can mend it. */
export function StepLine({ w, locale, step, unitCode }: StepLineProps) {
  const y = w.why
  const details = detailsOf(step, w, locale)
  return (
    <li className="border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{y.rules[step.rule]}</strong>
        <Chip tone={step.isMet ? "done" : "needs-you"}>{step.isMet ? y.met : y.notMet}</Chip>
      </p>
      <p>{y.facts[step.fact]}</p>
      {details.length > 0 ? <p className="text-sm text-ink-2">{details.join(" · ")}</p> : null}
      {step.isMet ? null : (
        <p className="text-sm">
          {`${y.whoFixes}: ${y.fixers[step.fixer]} `}
          {step.fixer === "admin" && unitCode ? <a href={`/admins/${unitCode}`}>{y.findAdmin}</a> : null}
          {step.fixer === "self" ? <a href="/account">{y.toAccount}</a> : null}
        </p>
      )}
    </li>
  )
}

function detailsOf(step: WhyStep, w: Dictionary, locale: Locale): string[] {
  const y = w.why
  const day = (text: string) => formatDate(new Date(text), locale)
  const inLocale = (th: string, en: string) => (locale === "en" ? en : th)
  const { grant, period } = step
  const ofDay = step.day
    ? [step.fact === "member-later" ? y.since(day(step.day)) : y.until(day(step.day))]
    : []
  const ofPeriod = period
    ? [
        y.period({
          name: digits(inLocale(period.nameTh, period.nameEn), locale),
          from: day(period.opensOn),
          to: day(period.closesOn),
        }),
      ]
    : []
  if (!grant) return [...ofDay, ...ofPeriod]
  const role = inLocale(grant.roleTh, grant.roleEn)
  if (step.rule === "period") return [role, ...ofPeriod]
  const granted = grant.grantedBy
    ? y.grantedBy({ name: grant.grantedBy, date: day(grant.grantedOn) })
    : y.grantedOn(day(grant.grantedOn))
  const until = grant.validUntil ? [y.until(day(grant.validUntil))] : []
  return [role, granted, ...(grant.orderText ? [y.order(grant.orderText)] : []), ...until]
}
