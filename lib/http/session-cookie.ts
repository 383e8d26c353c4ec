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

/** The session token inside a cookie's value; nothing for a cookie that is foreign, changed or too old. */
export async function sessionTokenOf(value: string | undefined): Promise<string | undefined> {
  if (!value) return undefined
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
