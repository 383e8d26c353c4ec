"use client"
import { type ReactNode, useEffect, useState } from "react"

type ClaimKeeperProps = {
  number: string
  /** How long the claim lasts from now, in seconds. */
  seconds: number
  /** Until when it is one's own, in words. */
  text: string
  /** What is said when it has run out, and when another has the case. */
  over: ReactNode
  taken: ReactNode
}

/** A claim is renewed at the most once in so many milliseconds. */
const pause = 60_000
const signs = ["keydown", "pointerdown", "input", "wheel", "touchstart"] as const

type Answer = { readonly seconds?: number; readonly text?: string; readonly refused?: string }

async function askedAgain(number: string): Promise<Answer> {
  try {
    const body = new URLSearchParams({ number })
    const response = await fetch("/api/desk/claim/options", { method: "POST", body })
    return await response.json()
  } catch {
    // the line is down: the claim runs on as long as it runs
    return {}
  }
}

/**
 * Keeps a case in one's hands while somebody works on its page, and says when it is in them no more. Without scripts the
 * page says until when, and opening it again renews the claim.
 */
export function ClaimKeeper({ number, seconds, text, over, taken }: ClaimKeeperProps) {
  const [standing, setStanding] = useState<"held" | "over" | "taken">("held")
  const [said, setSaid] = useState(text)
  useEffect(() => {
    let end = performance.now() + seconds * 1000
    let askedAt = performance.now()
    const take = (answer: Answer) => {
      if (answer.refused) setStanding(answer.refused === "desk.claimed" ? "taken" : "over")
      if (answer.seconds === undefined) return
      end = performance.now() + answer.seconds * 1000
      setSaid(answer.text ?? "")
      setStanding("held")
    }
    const onWork = () => {
      if (performance.now() - askedAt < pause) return
      askedAt = performance.now()
      void askedAgain(number).then(take)
    }
    const timer = setInterval(() => {
      if (performance.now() >= end) setStanding((now) => (now === "held" ? "over" : now))
    }, 1000)
    for (const sign of signs) document.addEventListener(sign, onWork, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) document.removeEventListener(sign, onWork)
    }
  }, [number, seconds])
  return (
    <div role="status" className="mb-3">
      {standing === "held" ? (
        <p className="text-sm text-ink-2">{said}</p>
      ) : standing === "over" ? (
        over
      ) : (
        taken
      )}
    </div>
  )
}
