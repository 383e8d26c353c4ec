import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon"
import type { Tone } from "./notice"

const looks: Record<Tone | "plain", string> = {
  "needs-you": "border-marigold bg-marigold-soft text-marigold",
  refused: "border-lotus bg-lotus-soft text-lotus",
  information: "border-sky bg-sky-soft text-sky",
  done: "border-sky bg-sky-soft text-sky",
  plain: "border-line-2 text-ink-2",
}
const signs: Record<Tone, IconName> = {
  "needs-you": "clock",
  refused: "refused",
  information: "info",
  done: "done",
}

/** A state in one word with its sign; the colour comes last. */
export function Chip({ tone, children }: { tone: Tone | "plain"; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-sm border px-2 py-0.5 text-xs whitespace-nowrap ${looks[tone]}`}
    >
      {tone === "plain" ? null : <Icon name={signs[tone]} size={14} />}
      {children}
    </span>
  )
}
