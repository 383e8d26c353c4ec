"use client"
import { useEffect, useState } from "react"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Strength } from "./measure-strength"

type StrengthMeterProps = {
  /** The id of the field whose text is measured. */
  of: string
  locale: Locale
  words: Readonly<Record<"label" | "short" | "weak" | "fair" | "strong", string>>
}

const values = { empty: 0, short: 1, weak: 1, fair: 3, strong: 4 } as const

/** Milliseconds after the last key: a screen reader is not told of every letter. */
const pause = 300

/**
 * Tells while somebody types how hard the password is to guess. It asks nothing of the server, and what measures comes
 * only when the field takes the focus; without scripts the rules above the field must do.
 */
export function StrengthMeter({ of, locale, words }: StrengthMeterProps) {
  const [strength, setStrength] = useState<Strength>()
  useEffect(() => {
    const field = document.getElementById(of)
    if (!(field instanceof HTMLInputElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // A chunk that does not come (a line that broke) leaves the field as it is without scripts.
    const measure = () =>
      import("./measure-strength").then(
        ({ measureStrength }) => setStrength(measureStrength(field.value)),
        () => setStrength(undefined),
      )
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(measure, pause)
    }
    for (const event of ["focus", "input"]) field.addEventListener(event, soon)
    return () => {
      clearTimeout(timer)
      for (const event of ["focus", "input"]) field.removeEventListener(event, soon)
    }
  }, [of])
  const shown = strength && strength.kind !== "empty" ? strength : undefined
  return (
    <div className="mt-1.5 text-sm" hidden={!shown}>
      <meter
        min={0}
        max={4}
        low={2}
        high={3}
        optimum={4}
        value={values[shown?.kind ?? "empty"]}
        aria-label={words.label}
        className="w-full"
      />
      <p role="status">{shown ? sentence(shown, words, locale) : ""}</p>
    </div>
  )
}

function sentence(
  strength: Exclude<Strength, { kind: "empty" }>,
  words: StrengthMeterProps["words"],
  locale: Locale,
): string {
  if (strength.kind !== "short") return words[strength.kind === "empty" ? "weak" : strength.kind]
  return words.short.replace("{missing}", digits(strength.missing, locale))
}
