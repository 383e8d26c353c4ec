/** A document that waits for its bytes, or for the judgement. */
export type Coming = { readonly id: string; readonly ticket: string }

/** What is told of a file while it is sent. */
export type FileTold = {
  /** Bytes that have arrived. */
  readonly progress: (sent: number) => void
  /** The line is gone; it goes on by itself. */
  readonly broken: () => void
}

/** How sending a file ended: it has arrived whole and is judged now, or it was not taken, with the sentence that says why. */
export type FileEnd =
  | { readonly kind: "arrived"; readonly coming: Coming }
  | { readonly kind: "refused"; readonly sentence: string | null }
  | { readonly kind: "cancelled" }

type Answer = { readonly refused?: string; readonly sentence?: string }
/** How far the portal says it is. */
export type Standing = { readonly state: string; readonly receivedBytes: number }

const longestPause = 15_000

/** Announces a file by a small form, and gets the ticket with which its bytes are taken. */
export async function announceFile(
  action: string,
  fields: Readonly<Record<string, string>>,
  file: File,
): Promise<Coming | { readonly sentence: string | null }> {
  const body = new URLSearchParams({ ...fields, fileName: file.name, sizeBytes: String(file.size) })
  const answer = await fetch(action, { method: "POST", body }).catch(() => null)
  if (!answer?.ok) return { sentence: null }
  const said = (await answer.json().catch(() => ({}))) as Partial<Coming> & Answer
  if (said.id && said.ticket) return { id: said.id, ticket: said.ticket }
  return { sentence: said.sentence ?? null }
}

/** How far a document is, or null where nobody answers. */
export async function standingOf({ id, ticket }: Coming): Promise<Standing | null> {
  const answer = await fetch(`/api/documents/${id}`, { headers: { "upload-ticket": ticket } }).catch(
    () => null,
  )
  if (answer?.status === 404) return { state: "gone", receivedBytes: 0 }
  return answer?.ok ? ((await answer.json()) as Standing) : null
}

/**
 * Sends a file's bytes, and goes on after a dropped connection where the portal says that it stopped, until it is
 * through or cancelled.
 */
export async function sendFile(
  coming: Coming,
  file: File,
  from: number,
  told: FileTold,
  signal: AbortSignal,
): Promise<FileEnd> {
  let offset = from
  for (let tries = 0; ; tries++) {
    const answer = await sendOnce(coming, file, offset, told, signal)
    if (signal.aborted) return { kind: "cancelled" }
    const end = endOf(answer, coming)
    if (end) return end
    told.broken()
    await pause(Math.min(longestPause, 1000 * 2 ** tries), signal)
    const standing = await standingOf(coming)
    if (standing === null) continue
    if (standing.state !== "receiving") return { kind: "arrived", coming }
    // it moved on: the line is better than it was
    if (standing.receivedBytes > offset) tries = 0
    offset = standing.receivedBytes
  }
}

/** None where the line broke off or a piece did not fit: the portal says how far it is. */
function endOf(answer: Answer | null, coming: Coming): FileEnd | null {
  const goesOn = ["documents.interrupted", "documents.wrong-offset"]
  if (answer === null || goesOn.includes(answer.refused ?? "")) return null
  return answer.refused ? { kind: "refused", sentence: answer.sentence ?? null } : { kind: "arrived", coming }
}

/** One request with all that is missing (XMLHttpRequest, since fetch does not tell how far it is). Null: no answer came. */
function sendOnce(
  { id, ticket }: Coming,
  file: File,
  offset: number,
  told: FileTold,
  signal: AbortSignal,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const cancel = () => request.abort()
    const settle = (answer: Answer | null) => {
      signal.removeEventListener("abort", cancel)
      resolve(answer)
    }
    signal.addEventListener("abort", cancel)
    request.upload.addEventListener("progress", (event) => told.progress(offset + event.loaded))
    request.addEventListener("load", () => settle(request.status === 200 ? said(request.responseText) : null))
    request.addEventListener("error", () => settle(null))
    request.addEventListener("abort", () => settle(null))
    request.open("PATCH", `/api/documents/${id}`)
    request.setRequestHeader("upload-ticket", ticket)
    request.setRequestHeader("upload-offset", String(offset))
    request.send(file.slice(offset))
  })
}

function said(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return null
  }
}

/** Waits, shorter when the browser says that it is on line again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener("online", go)
      signal.removeEventListener("abort", go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    addEventListener("online", go)
    signal.addEventListener("abort", go)
  })
}
