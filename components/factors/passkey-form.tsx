"use client"
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react"
import type { DeviceKind } from "./ask-device"

type PasskeyFormProps = {
  kind: DeviceKind
  /** Where the answer goes, as a form. */
  action: string
  /** Where to ask what the device has to be asked; `?step` and the like travel as its one field. */
  options: string
  step?: boolean
  isMain?: boolean
  words: Readonly<Record<"submit" | "waiting" | "failed" | "known" | "unsupported" | "needsScript", string>>
  children?: ReactNode
}

/** A form that is filled in by a passkey. What speaks to the device is loaded when the button is pressed. */
export function PasskeyForm({ kind, action, options, step, isMain, words, children }: PasskeyFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<"loading" | "ready" | "waiting" | "failed" | "known" | "unsupported">(
    "loading",
  )
  useEffect(() => {
    setState("PublicKeyCredential" in window ? "ready" : "unsupported")
  }, [])
  const ask = async () => {
    setState("waiting")
    try {
      const response = await fetch(options, {
        method: "POST",
        body: new URLSearchParams(step ? { step: "1" } : {}),
      })
      const asked: { leadsTo?: string } = await response.json()
      if (asked.leadsTo) return window.location.assign(asked.leadsTo)
      const { askDevice } = await import("./ask-device")
      const given = await askDevice(kind, asked)
      if (answer.current) answer.current.value = given
      form.current?.submit()
    } catch (thrown) {
      setState(thrown instanceof Error && thrown.name === "InvalidStateError" ? "known" : "failed")
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void ask()
  }
  const told = { loading: "", ready: "", ...words }[state]
  return (
    <form ref={form} method="post" action={action} onSubmit={submit} className="space-y-4">
      {children}
      <input ref={answer} type="hidden" name="response" />
      <button
        type="submit"
        className={`btn w-full ${isMain ? "btn-main" : ""}`}
        disabled={state === "loading" || state === "waiting" || state === "unsupported"}
      >
        {words.submit}
      </button>
      <p role="status" className={told ? "text-sm" : "sr-only"}>
        {told}
      </p>
      <noscript>
        <p className="text-sm text-ink-2">{words.needsScript}</p>
      </noscript>
    </form>
  )
}
