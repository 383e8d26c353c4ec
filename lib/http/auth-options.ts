import "server-only"
import type { NextAuthOptions } from "next-auth"
import { decode } from "next-auth/jwt"
import { required } from "@/lib/env"
import { cookieAttributes, cookieNames } from "./cookies"
import { currentSession } from "./current-session"

/**
 * next-auth as the keeper of the session cookie's form. Left to itself it would go on believing a cookie whose session
 * was ended, so decoding asks for the row each time; nothing but name and expiry is told to the browser.
 */
export function authOptions(): NextAuthOptions {
  return {
    providers: [],
    secret: required("SESSION_SECRET"),
    pages: { signIn: "/login" },
    session: { strategy: "jwt" },
    cookies: {
      sessionToken: {
        name: cookieNames.session,
        options: { ...cookieAttributes },
      },
    },
    jwt: {
      async decode(params) {
        const claims = await decode(params)
        return claims && (await currentSession()) ? claims : null
      },
    },
    // An ended session is an everyday answer here, not the error that next-auth would print.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    callbacks: {
      async session() {
        const live = await currentSession()
        return { expires: (live?.expiresAt ?? new Date(0)).toISOString(), user: { name: live?.name ?? null } }
      },
    },
  }
}
