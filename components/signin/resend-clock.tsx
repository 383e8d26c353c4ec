"use client"
import { type ReactNode, useEffect, useState } from "react"
import { formatRemaining } from "@/lib/i18n/remaining"

type ResendClockProps = { seconds: number; sentence: string; afterwards: ReactNode; children: ReactNode }

/**
 * Counts the wait down where scripts run; elsewhere the sentence stands as it was sent, with the time of day beside it
 * (`children`) and a link that asks again. When the wait is over, `afterwards` takes its place.
 */
export function ResendClock({ seconds, sentence, afterwards, children }: ResendClockProps) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    // measured from the start, so that a sleeping phone shows the right time when it wakes
    const start = performance.now()
    const timer = setInterval(() => {
      const now = seconds - Math.floor((performance.now() - start) / 1000)
      setLeft(now)
      if (now <= 0) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [seconds])
  if (left <= 0) return afterwards
  return (
    <div>
      <p role="timer" className="font-semibold tabular-nums">
        {sentence.replace("{remaining}", formatRemaining(left))}
      </p>
      {children}
    </div>
  )
}
