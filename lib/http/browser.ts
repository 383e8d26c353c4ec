import "server-only"
import { headers } from "next/headers"
import { clientAddress } from "./client-address"
import { readCookie } from "./cookies"
import { currentSession } from "./current-session"

/** What a sign-in command is told of the browser: where from, what kind, its device cookie, the session it holds. */
export async function browserOfRequest() {
  const [sent, device, session] = await Promise.all([headers(), readCookie("device"), currentSession()])
  return {
    address: clientAddress(sent),
    userAgent: sent.get("user-agent") ?? "",
    ...(device ? { device } : {}),
    ...(session ? { session: session.id } : {}),
  }
}
