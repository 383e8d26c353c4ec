import "server-only"
import { decode, encode } from "next-auth/jwt"
import { required } from "@/lib/env"
import { sessionLimits } from "@/lib/sessions/rules"
import { setCookie } from "./cookies"

// The cookie is next-auth's encrypted token (JWE) and carries nothing but the session's own token; what it means is
// decided by the row, at every request.

/** The `Set-Cookie` line for a session just opened. On a shared computer it ends with the browser. */
export async function sessionCookie(token: string): Promise<string> {
  const value = await encode({
    token: { sid: token },
    secret: required("SESSION_SECRET"),
    maxAge: sessionLimits.absolute,
  })
  return setCookie("session", value)
}

/** How long an opened cookie is remembered, in milliseconds, and how many at most. */
const remembered = { ms: 60_000, most: 2_000 } as const

// A browser sends the same cookie with every request, and opening it derives a key each time, which takes longer than
// the look at its session's row. What the cookie is worth, that row alone says.
const opened = new Map<string, { readonly until: number; readonly token: string }>()

/** The session token inside a cookie's value; nothing for a cookie that is foreign, changed or too old. */
export async function sessionTokenOf(value: string | undefined): Promise<string | undefined> {
  if (!value) return undefined
  const known = opened.get(value)
  if (known && known.until > Date.now()) return known.token
  opened.delete(value)
  const token = await openCookie(value)
  if (token) opened.set(value, { until: Date.now() + remembered.ms, token })
  const [oldest] = opened.keys()
  if (opened.size > remembered.most && oldest !== undefined) opened.delete(oldest)
  return token
}

async function openCookie(value: string): Promise<string | undefined> {
  try {
    const claims = await decode({
      token: value,
      secret: required("SESSION_SECRET"),
    })
    return typeof claims?.sid === "string" ? claims.sid : undefined
  } catch {
    return undefined
  }
}
