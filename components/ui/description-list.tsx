import type { ReactNode } from "react"

/** A fact: its name and its value. */
export type Fact = { name: string; value: ReactNode }

/** Facts as rows, name on the left; on a phone the name stands above. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="border-t border-line">
      {facts.map((fact) => (
        <div
          key={fact.name}
          className="gap-6 border-b border-line py-2.5 sm:grid sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]"
        >
          <dt className="text-sm text-ink-2 sm:pt-0.5">{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
