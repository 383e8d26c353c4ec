import "server-only"
import { headers } from "next/headers"
import type { Context } from "@/lib/kernel/execute"
import type { LiveSession } from "@/lib/sessions/live-session"
import { requestContext } from "./request-context"
import { requireReadySession } from "./require-session"

/** Who comes to a page between a connected system and the portal, signed in and with the duties of use accepted. */
export async function comerAt(
  path: string,
): Promise<{ readonly context: Context; readonly session: LiveSession; readonly sent: Headers }> {
  const session = await requireReadySession(path)
  return { session, context: await requestContext(), sent: await headers() }
}
