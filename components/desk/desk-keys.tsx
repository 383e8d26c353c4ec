"use client"
import { type ReactNode, useEffect, useRef } from "react"

type DeskKeysProps = { children: ReactNode; help: string }

/** Where letters are typed, keys are letters. A box to tick is no such place. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && target.type !== "checkbox"
}

/** Goes on to the next row of the list, or back to the one before; false where there is no list. */
function moved(key: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")]
  if (rows.length === 0 || (key !== "j" && key !== "k")) return false
  const at = rows.findIndex((row) => row.matches(":focus"))
  rows[key === "j" ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)]?.focus()
  return true
}

/** Ticks or clears the reason of a number in the panel that is open. */
function ticked(key: string): boolean {
  const at = Number(key) - 1
  const box = document.querySelectorAll<HTMLElement>("details[open] [data-reason] input")[at]
  box?.click()
  return box !== undefined
}

/** Presses what a key stands for: a link, a button, or the head of a panel, whose first box then has the focus. */
function pressed(key: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (!target) return false
  target.click()
  const panel = target.closest("details")
  if (panel?.open) panel.querySelector<HTMLElement>("input[type=checkbox]")?.focus()
  return true
}

/** Does what a key stands for. By the key's place, so that a keyboard set to Thai works as well. */
function followed({ code }: KeyboardEvent): boolean {
  const key = code.replace(/^(?:Key|Digit|Numpad)/, "").toLowerCase()
  if (/^[1-9]$/.test(key)) return ticked(key)
  return /^[a-z]$/.test(key) && (moved(key) || pressed(key))
}

/**
 * The keys of the desk, for who has both hands on them. Each presses something that stands on the page and can be pressed
 * without them; `?` shows what there is (`children`).
 */
export function DeskKeys({ children, help }: DeskKeysProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isOther = event.ctrlKey || event.metaKey || event.altKey || dialog.current?.open
      if (isOther || isTyping(event.target)) return
      const isHelp = event.key === "?"
      if (isHelp) dialog.current?.showModal()
      if (isHelp || followed(event)) event.preventDefault()
    }
    document.addEventListener("keydown", onKey)
    // for whoever waits until keys are heard: tests do
    document.documentElement.dataset.keys = "heard"
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={help}
      className="m-auto rounded-md border border-line bg-sheet p-6 text-ink"
    >
      {children}
    </dialog>
  )
}
