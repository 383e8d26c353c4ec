import { casePath } from "@/components/desk/desk-path"
import { ReadingMark } from "@/components/desk/reading-mark"
import { Checkbox } from "@/components/ui/checkbox"
import { Chip } from "@/components/ui/chip"
import { Notice } from "@/components/ui/notice"
import type { CaseFacts as Facts } from "@/lib/cases/facts"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { factText } from "./fact-text"
import type { Readings } from "./readings"

type CaseFactsProps = {
  w: Dictionary
  locale: Locale
  facts: Facts
  q: string
  approveForm: string | undefined
  /** What was read of the paper of an order, and how far that was. */
  readings: Readings
  readingState: keyof Dictionary["desk"]["reading"]["states"] | undefined
}

/** The warnings first, then what was stated, group by group, then the people of an order. */
export function CaseFacts({ w, locale, facts, q, approveForm, readings, readingState }: CaseFactsProps) {
  const { desk } = w
  return (
    <>
      {facts.warnings.length > 0 ? (
        <div className="mb-4">
          <Notice tone="needs-you" title={desk.warningsTitle}>
            <ul className="list-disc pl-5">
              {facts.warnings.map(({ code, otherNumber }) => (
                <li key={`${code} ${otherNumber ?? ""}`}>
                  {desk.warnings[code]}{" "}
                  {otherNumber ? (
                    <a href={casePath(otherNumber, q)}>{desk.otherNumber(digits(otherNumber, locale))}</a>
                  ) : null}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {readingState ? (
        <p className="mb-4 max-w-reading text-sm text-ink-2">{desk.reading.states[readingState]}</p>
      ) : null}
      {facts.groups.map(({ group, facts: lines }) => (
        <section key={group} className="mb-4" aria-label={desk.groups[group]}>
          <h2 className="text-base">{desk.groups[group]}</h2>
          <dl>
            {lines.map((fact) => (
              <div
                key={fact.field}
                className="grid grid-cols-[minmax(0,8rem)_minmax(0,1fr)_auto] items-start gap-x-3 border-b border-line py-1.5"
              >
                <dt className="text-sm text-ink-2">{desk.fields[fact.field]}</dt>
                <dd className="break-words">
                  {factText(fact.value, w, locale)}
                  <Read
                    w={w}
                    locale={locale}
                    name={fact.field}
                    label={desk.fields[fact.field]}
                    of={readings}
                  />
                </dd>
                <dd className="flex flex-wrap justify-end gap-1">
                  {fact.isCorrected ? <Chip tone="information">{desk.corrected}</Chip> : null}
                  {fact.isProved ? <Chip tone="done">{desk.proved}</Chip> : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <People w={w} locale={locale} facts={facts} approveForm={approveForm} readings={readings} />
    </>
  )
}

function People({ w, locale, facts, approveForm, readings }: Omit<CaseFactsProps, "q" | "readingState">) {
  const { desk } = w
  if (facts.people.length === 0) return null
  return (
    <section className="mb-4" aria-label={desk.people}>
      <h2 className="text-base">{desk.people}</h2>
      <ol>
        {facts.people.map((person, at) => (
          <li key={person.id} className="border-b border-line py-2">
            <p>
              {`${digits(at + 1, locale)}. `}
              <strong>{person.name}</strong> <span className="nowrap">{person.nationalId}</span>
            </p>
            <Read w={w} locale={locale} name={person.id} label={person.name} of={readings} />
            <p>
              {person.post} <span className="text-ink-2">{desk.staffKinds[person.staffKind]}</span>
            </p>
            {person.staffReason === "" ? null : <p>{person.staffReason}</p>}
            <p className="text-sm break-all text-ink-2">
              {[person.email, person.officeTelephone].filter((text) => text !== "").join(" · ")}
            </p>
            <p className="flex flex-wrap gap-2">
              {person.hasAccount ? <Chip tone="information">{desk.hasAccount}</Chip> : null}
              {person.isAdmin ? <Chip tone="information">{desk.isAdmin}</Chip> : null}
            </p>
            {approveForm && facts.people.length > 1 ? (
              <Checkbox name={`exclude-${person.id}`} form={approveForm} label={desk.exclude(person.name)} />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

type ReadProps = { w: Dictionary; locale: Locale; name: string; label: string; of: Readings }

function Read({ of, ...mark }: ReadProps) {
  const reading = of[mark.name]
  return reading ? <ReadingMark {...mark} reading={reading} /> : null
}
