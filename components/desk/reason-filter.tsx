"use client"
import { type KeyboardEvent, useEffect, useId, useState } from "react"

type ReasonFilterProps = { label: string; none: string }

/** Shows of the reasons beside it those that hold what is typed, and those that are ticked. */
function filtered(fieldset: Element | null, typed: string): number {
  const wanted = typed.trim().toLocaleLowerCase()
  const lines = [...(fieldset?.querySelectorAll<HTMLElement>("[data-reason]") ?? [])]
  for (const line of lines) {
    const isTicked = line.querySelector<HTMLInputElement>("input")?.checked === true
    line.hidden = !(isTicked || (line.textContent ?? "").toLocaleLowerCase().includes(wanted))
  }
  return lines.filter(({ hidden }) => !hidden).length
}

/** Enter in the search is no decision. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault()
}

/** Searches the list of reasons by typing; where no scripts run there is the whole list and nothing to type into. */
export function ReasonFilter({ label, none }: ReasonFilterProps) {
  const id = useId()
  const [isAlive, setIsAlive] = useState(false)
  const [left, setLeft] = useState(1)
  useEffect(() => setIsAlive(true), [])
  if (!isAlive) return null
  return (
    <div className="my-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="input"
        placeholder={label}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={({ target }) => setLeft(filtered(target.closest("fieldset"), target.value))}
      />
      <p role="status" className="text-sm text-ink-2">
        {left === 0 ? none : ""}
      </p>
    </div>
  )
}
