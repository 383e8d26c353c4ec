import "server-only"
import { createHmac } from "node:crypto"

/** How a secret is written (Standard Webhooks, "Signature scheme"). */
export const secretMark = "whsec_"

/** What a signature is over. */
type Signed = {
  readonly id: string
  /** Seconds since 1970, at which the call goes out: the same entry told again bears another one. */
  readonly timestamp: number
  readonly body: string
}

/**
 * The headers by which a system knows that a call is the portal's (Standard Webhooks): an HMAC-SHA-256 for each of its
 * valid secrets, so that one can replace the other without a gap.
 */
export function signatureHeaders(
  secrets: readonly string[],
  { id, timestamp, body }: Signed,
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secretMark.length), "base64")
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`
  })
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  }
}
