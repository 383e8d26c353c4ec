/** Why a form did not arrive; `unknown` when it may have, for all that came back. */
export type SendingFault = "cancelled" | "line" | "unknown" | "too-large" | "refused"

/** What is told while a form is sent. */
export type SendingTold = {
  /** Bytes sent so far, of how many. */
  progress: (sent: number, total: number) => void
  /** Everything is sent; the answer is being made. */
  sent: () => void
  /** Where the answer leads. */
  answered: (url: string) => void
  failed: (why: SendingFault) => void
}

/** Sends a form as the browser would, but tells how far it is (XMLHttpRequest; fetch knows no such events). Returns the way to cancel. */
export function sendForm(form: HTMLFormElement, told: SendingTold): () => void {
  const request = new XMLHttpRequest()
  let isSent = false
  request.upload.addEventListener("progress", (event) => told.progress(event.loaded, event.total))
  request.upload.addEventListener("load", () => {
    isSent = true
    told.sent()
  })
  request.addEventListener("load", () => {
    const { status, responseURL } = request
    // Every answer to a form that was judged is a 303; what comes from the form's own address is a refusal.
    if (status < 400 && responseURL !== form.action) told.answered(responseURL)
    else if (status === 413) told.failed("too-large")
    else told.failed(status < 500 ? "refused" : "unknown")
  })
  request.addEventListener("error", () => told.failed(isSent ? "unknown" : "line"))
  request.addEventListener("abort", () => told.failed("cancelled"))
  request.open("POST", form.action)
  request.send(new FormData(form))
  return () => request.abort()
}
