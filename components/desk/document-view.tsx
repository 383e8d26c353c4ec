"use client"
import { type ReactNode, useState } from "react"

const widths = ["max-w-sm", "max-w-xl", "max-w-3xl", "max-w-5xl", "max-w-none w-[150%]"] as const
/** How pages are turned (`parts.css`): on its side, a page gets a square, so that it covers no other. */
const turns = ["", "turned turned-right", "turned-over", "turned turned-left"] as const

type DocumentViewProps = {
  label: string
  larger: string
  smaller: string
  rotate: string
  children: ReactNode
}

/** The pages of a case with tools to enlarge and turn them; without scripts each page opens in its full size by its link. */
export function DocumentView({ label, larger, smaller, rotate, children }: DocumentViewProps) {
  const [size, setSize] = useState(2)
  const [turn, setTurn] = useState(0)
  const tools = [
    { name: larger, sign: "+", press: () => setSize(Math.min(size + 1, widths.length - 1)) },
    { name: smaller, sign: "−", press: () => setSize(Math.max(size - 1, 0)) },
    { name: rotate, sign: "↻", press: () => setTurn((turn + 1) % turns.length) },
  ]
  return (
    <div>
      <div role="toolbar" aria-label={label} className="sticky top-2 z-10 mb-2 flex gap-2">
        {tools.map(({ name, sign, press }) => (
          <button
            key={name}
            type="button"
            className="btn px-3"
            aria-label={name}
            title={name}
            onClick={press}
          >
            {sign}
          </button>
        ))}
      </div>
      <div className={`mx-auto ${widths[size]} ${turns[turn]}`}>{children}</div>
    </div>
  )
}
