import type { ReactNode } from "react"

/** An empty list: what would stand here, and what to do. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="max-w-reading border-y border-line py-8">
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="mt-2 space-y-3 text-ink-2">{children}</div> : null}
    </div>
  )
}
