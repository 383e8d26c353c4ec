import type { Metadata } from "next"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { words } from "@/lib/i18n/words"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).support.accessibility.title }
}

/** The accessibility statement: what works, what is known not to, and whom to tell. */
export default async function AccessibilityPage() {
  const w = await words()
  const a = w.support.accessibility
  return (
    <ReaderFrame>
      <article className="prose mx-auto">
        <h1>{a.title}</h1>
        <p>{a.lead}</p>
        <h2>{a.canTitle}</h2>
        <ul>
          {Object.entries(a.can).map(([key, point]) => (
            <li key={key}>{point}</li>
          ))}
        </ul>
        <h2>{a.knownTitle}</h2>
        <p>{a.known}</p>
        <h2>{a.tellTitle}</h2>
        <p>{a.tell}</p>
        <p>
          <a href="/help">{w.ui.frame.help}</a>
        </p>
      </article>
    </ReaderFrame>
  )
}
