"use client"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { cleanFileName } from "@/lib/documents/rules"
import type { Locale } from "@/lib/i18n/locale"
import { awaitJudgement, showAnew } from "./await-judgement"
import { announceFile, type Coming, type FileEnd, sendFile } from "./send-file"
import { SendingList, type SendingWords, type Way } from "./sending-list"

/** A document whose sending broke off before this page was opened. */
type BrokenOff = Coming & {
  readonly fileName: string
  readonly sizeBytes: number
  readonly receivedBytes: number
}

type UploadFormProps = {
  action: string
  fields: Readonly<Record<string, string>>
  brokenOff: readonly BrokenOff[]
  /** Documents that are judged right now: the page shows itself anew when they are through. */
  pending: readonly Coming[]
  words: SendingWords
  send: string
  locale: Locale
  children: ReactNode
}

let keys = 0

/** The form that sends files. Without scripts it is plain; with them files go as soon as they are chosen, one by one. */
export function UploadForm({ pending, words, locale, send, children, ...at }: UploadFormProps) {
  const { ways, start, cancel, isLive } = useSending(at, pending)
  return (
    <form
      method="post"
      action={at.action}
      encType="multipart/form-data"
      className="space-y-4"
      onChange={(event) => {
        const { files } = event.target as unknown as HTMLInputElement
        if (files && files.length > 0) start([...files])
      }}
    >
      {Object.entries(at.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" className={isLive ? "hidden" : "btn btn-main"}>
        {send}
      </button>
      {ways.length > 0 ? <SendingList ways={ways} words={words} locale={locale} cancel={cancel} /> : null}
    </form>
  )
}

type At = Pick<UploadFormProps, "action" | "fields" | "brokenOff">

function useSending(at: At, pending: readonly Coming[]) {
  const [ways, setWays] = useState<readonly Way[]>([])
  const [isLive, setIsLive] = useState(false)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const arrived = useRef<Coming[]>([])
  const cancels = useRef(new Map<number, AbortController>())
  const waits = useRef(0)
  // one text, so that a list with the same documents is the same list
  const known = pending.map(({ id, ticket }) => `${id} ${ticket}`).join()
  useEffect(() => {
    setIsLive(true)
    const ending = new AbortController()
    const listed = known === "" ? [] : known.split(",")
    const judged = listed.map((one) => ({ id: one.slice(0, 36), ticket: one.slice(37) }))
    if (judged.length > 0)
      void awaitJudgement(judged, ending.signal).then(() => {
        if (!ending.signal.aborted && waits.current === 0) showAnew()
      })
    return () => ending.abort()
  }, [known])

  const change = (key: number, more: Partial<Way>) =>
    setWays((now) => now.map((way) => (way.key === key ? { ...way, ...more } : way)))

  const one = async (key: number, file: File) => {
    const { signal } = cancels.current.get(key) ?? new AbortController()
    if (signal.aborted) return
    change(key, { state: "sending" })
    const end = await sendWhole(at, file, {
      signal,
      progress: (sent) => change(key, { sent, state: "sending" }),
      broken: () => change(key, { state: "broken" }),
    })
    if (end.kind === "arrived") arrived.current.push(end.coming)
    if (end.kind === "arrived") change(key, { state: "checking" })
    else if (end.kind === "refused") change(key, { state: "failed", sentence: end.sentence })
    else change(key, { state: "cancelled" })
  }

  const start = (files: readonly File[]) => {
    const added = files.map((file) => ({ key: ++keys, file }))
    setWays((now) => [...now, ...added.map(({ key, file }) => newWay(key, file))])
    for (const { key, file } of added) {
      cancels.current.set(key, new AbortController())
      waits.current += 1
      queue.current = queue.current
        .then(() => one(key, file))
        .finally(() => {
          waits.current -= 1
          if (waits.current === 0) void finish()
        })
    }
  }

  const finish = async () => {
    await awaitJudgement([...arrived.current, ...pending], new AbortController().signal)
    // what was refused outright stays on the screen until its sentence was read
    if (waits.current === 0 && arrived.current.length > 0) showAnew()
  }

  return { ways, start, isLive, cancel: (key: number) => cancels.current.get(key)?.abort() }
}

const newWay = (key: number, { name, size }: File): Way => ({
  key,
  name: cleanFileName(name),
  size,
  sent: 0,
  state: "waiting",
  sentence: null,
})

type Sending = {
  readonly signal: AbortSignal
  readonly progress: (sent: number) => void
  readonly broken: () => void
}

/** Goes on with a file that broke off before, or announces it as a new one. */
async function sendWhole(at: At, file: File, told: Sending): Promise<FileEnd> {
  const { signal } = told
  const begun = at.brokenOff.find(
    ({ fileName, sizeBytes }) => fileName === cleanFileName(file.name) && sizeBytes === file.size,
  )
  if (begun) return await sendFile(begun, file, begun.receivedBytes, told, signal)
  const coming = await announceFile(at.action, at.fields, file)
  if (signal.aborted) return { kind: "cancelled" }
  if (!("id" in coming)) return { kind: "refused", sentence: coming.sentence }
  return await sendFile(coming, file, 0, told, signal)
}
