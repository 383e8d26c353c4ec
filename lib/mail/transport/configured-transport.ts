import "server-only"
import { env } from "@/lib/env"
import { resendTransport } from "./resend-transport"
import { smtpTransport } from "./smtp-transport"
import type { Transport } from "./transport"

/** The way out that the configuration names: `SMTP_URL`, else `RESEND_API_KEY`. Throws when it names none. */
export function configuredTransport(senders: number): Transport {
  if (env.SMTP_URL) return smtpTransport(env.SMTP_URL, senders)
  if (env.RESEND_API_KEY) return resendTransport(env.RESEND_API_KEY, env.RESEND_BASE_URL)
  throw new Error("no mail transport: set SMTP_URL or RESEND_API_KEY")
}
