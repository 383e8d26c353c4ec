import "server-only"
import { cookies } from "next/headers"
import { isHttps } from "./security-headers"

// `__Host-` binds a cookie to this very host, https and the whole path (RFC 6265bis §4.1.3.2); over plain http, which
// only a demonstration on loopback speaks, browsers refuse the prefix.
const prefix = isHttps() ? "__Host-" : ""

/** Names of the portal's own cookies. */
export const cookieNames = {
  session: `${prefix}dla-sso-session`,
  flow: `${prefix}dla-sso-flow`,
  thaid: `${prefix}dla-sso-thaid`,
  passkey: `${prefix}dla-sso-passkey`,
  device: `${prefix}dla-sso-device`,
  refusal: `${prefix}dla-sso-refusal`,
  recovery: `${prefix}dla-sso-recovery`,
  invitation: `${prefix}dla-sso-invitation`,
  registration: `${prefix}dla-sso-registration`,
  activation: `${prefix}dla-sso-activation`,
  ticket: `${prefix}dla-sso-ticket`,
  typed: `${prefix}dla-sso-typed`,
} as const

/** Attributes that every cookie of the portal has. */
export const cookieAttributes = {
  path: "/",
  httpOnly: true,
  sameSite: "lax",
  secure: isHttps(),
} as const

/** Seconds that a browser is remembered as one that has signed in: a year. */
export const deviceRemembered = 365 * 24 * 60 * 60

/** Seconds that a browser is known as the one that went to ThaiID; as long as it may stay away. */
export const thaidRemembered = 15 * 60

/** Seconds that a browser is known as the one that was asked for a passkey; as long as the question stands. */
export const passkeyRemembered = 5 * 60

type Name = keyof typeof cookieNames

/** The value of one of the portal's cookies in this request. */
export async function readCookie(name: Name): Promise<string | undefined> {
  return (await cookies()).get(cookieNames[name])?.value
}

/** A `Set-Cookie` line for a route handler's answer; without `maxAge` (seconds) it ends with the browser. */
export function setCookie(name: Name, value: string, maxAge?: number): string {
  const parts = [`${cookieNames[name]}=${encodeURIComponent(value)}`, "Path=/", "HttpOnly", "SameSite=Lax"]
  if (cookieAttributes.secure) parts.push("Secure")
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  return parts.join("; ")
}

/** A `Set-Cookie` line that removes a cookie. */
export function clearCookie(name: Name): string {
  return setCookie(name, "", 0)
}
