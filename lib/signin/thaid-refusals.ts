import "server-only"
import type { RefusalCode } from "@/lib/kernel/refusal"
import type { ThaidFailure } from "@/lib/thaid/failure"

/** How a person is told of each kind of failure. */
const codes: Readonly<Record<ThaidFailure["kind"], RefusalCode>> = {
  upstream: "signin.thaid-upstream",
  "code-refused": "signin.thaid-expired",
  misconfigured: "signin.thaid-misconfigured",
  unverified: "signin.thaid-unverified",
  "ial-too-low": "signin.thaid-ial-too-low",
  "card-expired": "signin.thaid-card-expired",
}

/** A refusal, and a word for the audit on why. */
export type ThaidNo = { readonly code: RefusalCode; readonly why: string }

/** The refusal that a failure of the service, or of our belief in it, becomes. */
export function refusalOf({ kind, why }: ThaidFailure): ThaidNo {
  return { code: codes[kind], why }
}

const declined = ["user_denied", "access_denied"]
const ours = [
  "invalid_client",
  "unauthorized_client",
  "invalid_scope",
  "invalid_request",
  "unsupported_response_type",
]

/** The refusal that an `error` at the callback becomes; its text is never repeated, since anyone could have written it. */
export function refusalOfError(error: string): ThaidNo {
  if (declined.includes(error)) return { code: "signin.thaid-declined", why: error }
  if (ours.includes(error)) return { code: "signin.thaid-misconfigured", why: error }
  return { code: "signin.thaid-upstream", why: error === "server_error" ? error : "another error" }
}
