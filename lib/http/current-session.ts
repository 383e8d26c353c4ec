import "server-only"
import { cache } from "react"
import { database } from "@/db/client"
import { type LiveSession, touchLiveSession } from "@/lib/sessions/live-session"
import { readCookie } from "./cookies"
import { sessionTokenOf } from "./session-cookie"

/**
 * Who is signed in, checked against the row once a request. The only door: next-auth's own functions know nothing of
 * a session that was ended.
 */
export const currentSession = cache(async (): Promise<LiveSession | undefined> => {
  const token = await sessionTokenOf(await readCookie("session"))
  return token ? touchLiveSession(database(), token, new Date()) : undefined
})
