import "server-only"
import { env } from "@/lib/env"

/**
 * Whether a POST comes from our own pages. Browsers say where from: by `Sec-Fetch-Site` (Fetch Metadata) and by
 * `Origin`. Either one naming another site is refused; a client that sends neither (no browser) carries no one's
 * cookies by accident and is let through.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site")
  if (site !== null && site !== "same-origin" && site !== "none") return false
  const origin = headers.get("origin")
  if (origin === null || origin === new URL(env.ORIGIN).origin) return true
  // A demonstration is opened as localhost, as 127.0.0.1 or by a name of the room it is shown in: its own host counts.
  return env.APP_MODE === "demo" && origin === `http://${headers.get("host")}`
}
