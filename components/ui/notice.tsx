import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon"

/** `needs-you` waits for the reader, `refused` says no, `information` and `done` only tell. */
export type Tone = "needs-you" | "refused" | "information" | "done"

const looks: Record<Tone, { box: string; icon: string; name: IconName }> = {
  "needs-you": { box: "border-marigold bg-marigold-soft", icon: "text-marigold", name: "warning" },
  refused: { box: "border-lotus bg-lotus-soft", icon: "text-lotus", name: "refused" },
  information: { box: "border-sky bg-sky-soft", icon: "text-sky", name: "info" },
  done: { box: "border-sky bg-sky-soft", icon: "text-sky", name: "done" },
}

/** A block that says something about this page: a sign, a title in words, and what to do. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
  const look = looks[tone]
  return (
    <div
      className={`flex items-start gap-3 rounded-md border-l-4 px-4 py-3 ${look.box}`}
      role={tone === "done" ? "status" : undefined}
    >
      <Icon name={look.name} className={`mt-0.5 ${look.icon}`} />
      <div className="min-w-0 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="space-y-1">{children}</div> : null}
      </div>
    </div>
  )
}
