import "server-only"
import { Resend } from "resend"
import { NotTaken, type Transport, type Trouble } from "./transport"

/** Mail by Resend's HTTP API. The mail's id is the idempotency key, so a repeated attempt is not a second mail. */
export function resendTransport(apiKey: string, baseUrl: string | undefined): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {})
  return {
    async send({ id, from, to, subject, html, text }) {
      const { error } = await resend.emails.send({ from, to, subject, html, text }, { idempotencyKey: id })
      if (!error) return
      const status = typeof error.statusCode === "number" ? error.statusCode : 0
      throw new NotTaken(`resend ${status || "unreachable"}`, troubleOf(status))
    },
    close: () => {},
  }
}

/** 400 and 422 are about this very mail; a limit (429) passes; no answer, a bad key or 5xx stop all mail. */
function troubleOf(status: number): Trouble {
  if (status === 400 || status === 422) return "mail"
  return status === 429 || status === 409 ? "later" : "down"
}
