import type { ReactNode } from "react"
import { Phrase } from "@/components/ui/phrase"

type PrivacySectionProps = { title: string; body?: string; points?: readonly string[]; children?: ReactNode }

/** One part of the notice: a heading, then a paragraph, points or a table. */
export function PrivacySection({ title, body, points, children }: PrivacySectionProps) {
  return (
    <section>
      <h2 className="mb-2">{title}</h2>
      {body ? (
        <p className="mb-2">
          <Phrase text={body} />
        </p>
      ) : null}
      {points ? (
        <ul className="list-disc space-y-1 pl-6">
          {points.map((point) => (
            <li key={point}>
              <Phrase text={point} />
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </section>
  )
}
