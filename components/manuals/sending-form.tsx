"use client"
import { type FormEvent, type ReactNode, useRef, useState } from "react"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import { type SendingFault, sendForm } from "./send-form"

type SendingFormProps = {
  action: string
  /** Largest file, in bytes: a larger one is not sent at all. */
  maxBytes: number
  locale: Locale
  words: Readonly<Record<"progress" | "sent" | "share" | "judging" | "cancel" | SendingFault, string>>
  className: string
  children: ReactNode
}

type Way = { sent: number; total: number; isJudged: boolean }

/** A form with a file that shows how much of it is sent. Without scripts it is the plain form that it is made of. */
export function SendingForm({ action, maxBytes, locale, words, className, children }: SendingFormProps) {
  const [way, setWay] = useState<Way>()
  const [fault, setFault] = useState<SendingFault>()
  const cancel = useRef<() => void>(undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const size = fileSize(form)
    // Nothing chosen: the server says so, as it does without scripts.
    if (size === 0) return
    event.preventDefault()
    if (way) return
    setFault(undefined)
    if (size > maxBytes) return setFault("too-large")
    setWay({ sent: 0, total: size, isJudged: false })
    cancel.current = sendForm(form, {
      progress: (sent, total) => setWay({ sent, total, isJudged: false }),
      sent: () => setWay({ sent: size, total: size, isJudged: true }),
      answered: (url) => location.assign(url),
      failed(why) {
        setWay(undefined)
        setFault(why)
        form.querySelector<HTMLElement>("button[type=submit]")?.focus()
      },
    })
  }
  return (
    <form method="post" action={action} encType="multipart/form-data" className={className} onSubmit={submit}>
      {children}
      {way ? <Sent way={way} locale={locale} words={words} cancel={() => cancel.current?.()} /> : null}
      <p role="alert" className={fault ? "font-semibold text-lotus" : "hidden"}>
        {fault ? words[fault] : ""}
      </p>
    </form>
  )
}

type SentProps = Pick<SendingFormProps, "locale" | "words"> & { way: Way; cancel: () => void }

function Sent({ way, locale, words, cancel }: SentProps) {
  const { sent, total, isJudged } = way
  const kilobytes = (bytes: number) => formatCount(Math.ceil(bytes / 1024), locale)
  // A screen reader hears of quarters, not of every step.
  const quarter = String(Math.floor((sent / total) * 4) * 25)
  return (
    <div className="space-y-2">
      <progress max={total} value={sent} aria-label={words.progress} className="h-4 w-full accent-jade" />
      <p className="tabular-nums">
        {isJudged
          ? words.judging
          : words.sent.replace("{sent}", kilobytes(sent)).replace("{total}", kilobytes(total))}
      </p>
      <p role="status" className="sr-only">
        {isJudged ? words.judging : words.share.replace("{share}", quarter)}
      </p>
      {isJudged ? null : (
        <button type="button" className="btn" onClick={cancel}>
          {words.cancel}
        </button>
      )}
    </div>
  )
}

function fileSize(form: HTMLFormElement): number {
  let size = 0
  for (const value of new FormData(form).values()) if (value instanceof File) size += value.size
  return size
}
